package com.automatrix.platform.problem;

import com.automatrix.contracts.json.ContractJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.SmartHttpMessageConverter;

/** Reads a body in YAML as strictly as one in JSON, by making JSON of it first. Answers are never written in YAML. */
public final class StrictYamlConverter implements SmartHttpMessageConverter<Object> {

    private final StrictJsonConverter json;

    public StrictYamlConverter(StrictJsonConverter json) {
        this.json = json;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_YAML);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return MediaType.APPLICATION_YAML.includes(mediaType) && json.canRead(type, MediaType.APPLICATION_JSON);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        Object tree = YamlTree.read(message.getBody().readAllBytes());
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        byte[] body = ContractJson.events().writeValueAsBytes(tree);
        return json.read(type, new StrictJsonConverter.ReadBody(new ByteArrayInputStream(body), headers), hints);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public void write(
            Object value,
            ResolvableType type,
            @Nullable MediaType contentType,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("answers are never written in YAML");
    }
}
