package com.automatrix.gateway.ui;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Answers every address that is not a file with the one page, which then shows what the address means. */
final class PageResolver extends PathResourceResolver {

    private static final String PAGE = "index.html";

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        var file = super.getResource(path, location);
        return file != null || namesFile(path) ? file : super.getResource(PAGE, location);
    }

    /**
     * A missing picture is missing; a page in its place would only confuse. All files lie at the top or are assets; below,
     * a dot belongs to a name, such as that of an event type.
     */
    private static boolean namesFile(String path) {
        return path.startsWith("assets/") || (path.indexOf('/') < 0 && path.contains("."));
    }
}
