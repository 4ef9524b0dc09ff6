CREATE OR REPLACE VIEW customer_overview AS
SELECT c.id, c.email, COUNT(o.id) AS orders FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.email;
