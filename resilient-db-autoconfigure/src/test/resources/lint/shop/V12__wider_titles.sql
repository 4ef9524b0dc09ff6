ALTER TABLE customers ALTER COLUMN first_name TYPE varchar(200), ALTER COLUMN last_name TYPE varchar(200);
ALTER TABLE products ALTER COLUMN price TYPE numeric(12,2);
