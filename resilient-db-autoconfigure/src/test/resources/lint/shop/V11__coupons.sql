CREATE TABLE coupons (
    code       text PRIMARY KEY,
    percent    smallint NOT NULL CHECK (percent BETWEEN 1 AND 100),
    valid      daterange NOT NULL
);
ALTER TABLE orders ADD coupon text REFERENCES coupons;
