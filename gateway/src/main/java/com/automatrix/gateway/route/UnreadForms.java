package com.automatrix.gateway.route;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaves the forms that people and systems post to the services: whoever asks for parameters here gets those of the address. */
@Configuration(proxyBeanMethods = false)
class UnreadForms {

    private static final String NONE = "";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noParametersOfBodies() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(NONE));
    }
}
