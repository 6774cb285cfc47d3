package com.automatrix.ai.provider;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The quantized BGE small model (English, 384 dimensions) on ONNX Runtime; loaded when it is first needed. */
final class BgeEmbedder implements Embedder {

    private final Supplier<EmbeddingModel> model = SingletonSupplier.of(BgeSmallEnV15QuantizedEmbeddingModel::new);

    @Override
    public float[] embed(String text) {
        return model.get().embed(text).content().vector();
    }
}
