CREATE TABLE data_tables (
    name        text PRIMARY KEY,
    description text NOT NULL
);

CREATE TABLE data_table_rows (
    table_name text  NOT NULL REFERENCES data_tables (name),
    key        text  NOT NULL,
    data       json  NOT NULL,
    PRIMARY KEY (table_name, key)
);
