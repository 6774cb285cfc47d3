package com.automatrix.platform.testapp;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with nothing but what the starter brings, and a controller to call. */
@SpringBootApplication
public class TestApplication {}
