ALTER TABLE customers
    ADD COLUMN phone varchar(30),
    ADD COLUMN newsletter boolean NOT NULL DEFAULT false;
