package com.automatrix.execution.table;

import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills the tables of the demonstration with a few made-up customers and vehicles. */
@Component
@Profile("demo")
class DemoTables implements ApplicationRunner {

    private static final Map<String, String> CUSTOMERS =
            Map.of("C-1001", """
            {"name": "Maria Alvarez", "email": "maria.alvarez@example.com", "phone": "+1 555 010 0101",
             "preferredChannel": "EMAIL", "vehicles": ["1HGCM82633A004352"]}""", "C-1002", """
            {"name": "James O'Connor", "email": "james.oconnor@example.com", "phone": "+1 555 010 0102",
             "preferredChannel": "PHONE", "vehicles": ["5YJ3E1EA7KF317000"]}""", "C-1003", """
            {"name": "Priya Natarajan", "email": "priya.natarajan@example.com", "phone": "+1 555 010 0103",
             "preferredChannel": "SMS", "vehicles": []}""", "C-1004", """
            {"name": "Tom Becker", "email": "tom.becker@example.com", "phone": "+1 555 010 0104",
             "preferredChannel": "EMAIL", "vehicles": ["WBA8E9G59GNT42631"]}""");

    private static final Map<String, String> VEHICLES = Map.of(
            "1HGCM82633A004352",
            """
            {"make": "Honda", "model": "Accord", "year": 2021, "mileage": 38200, "status": "SOLD", "stockNumber": "U4471"}""",
            "5YJ3E1EA7KF317000",
            """
            {"make": "Tesla", "model": "Model 3", "year": 2022, "mileage": 21400, "status": "SOLD", "stockNumber": "U4502"}""",
            "WBA8E9G59GNT42631",
            """
            {"make": "BMW", "model": "328i", "year": 2020, "mileage": 51900, "status": "SOLD", "stockNumber": "U4390"}""",
            "1FTFW1E50MFA12345",
            """
            {"make": "Ford", "model": "F-150", "year": 2026, "mileage": 12, "status": "IN_STOCK", "stockNumber": "N7810",
             "price": 58990}""",
            "4T1G11AK5PU098765",
            """
            {"make": "Toyota", "model": "Camry", "year": 2026, "mileage": 8, "status": "IN_STOCK", "stockNumber": "N7822",
             "price": 31450}""");

    private final JdbcClient jdbc;

    DemoTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        fill("customers", "The dealership's customers", CUSTOMERS);
        fill("vehicles", "Vehicles sold and in stock, by VIN", VEHICLES);
    }

    private void fill(String table, String description, Map<String, String> rows) {
        jdbc.sql("INSERT INTO data_tables (name, description) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(table, description)
                .update();
        rows.forEach((key, data) -> jdbc.sql("""
                        INSERT INTO data_table_rows (table_name, key, data) VALUES (?, ?, ?::json)
                        ON CONFLICT (table_name, key) DO NOTHING""").params(table, key, data).update());
    }
}
