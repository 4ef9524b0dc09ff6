RENAME TABLE coupons TO vouchers;
