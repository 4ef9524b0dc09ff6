CREATE OR REPLACE VIEW sales AS
SELECT l.product_id, SUM(l.quantity) AS sold FROM order_lines l GROUP BY l.product_id;
