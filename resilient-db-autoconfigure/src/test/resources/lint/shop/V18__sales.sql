CREATE MATERIALIZED VIEW monthly_sales AS
SELECT date_trunc('month', placed_at) AS month, sum(total) AS total
FROM orders WHERE status = 'paid' GROUP BY 1
WITH NO DATA;
CREATE UNIQUE INDEX monthly_sales_month_idx ON monthly_sales (month);
REFRESH MATERIALIZED VIEW monthly_sales;
