package com.automatrix.execution.lead;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** Takes forms apart everywhere but at the lead door, which keeps them byte by byte, as they came. */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class FormsKeptWhole extends StandardServletMultipartResolver {

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return !request.getRequestURI().equals("/api/leads") && super.isMultipart(request);
    }
}
