ALTER TABLE addresses RENAME COLUMN zip TO postal_code;
ALTER TABLE customers DROP COLUMN newsletter;
