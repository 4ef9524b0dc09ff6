DELIMITER //
CREATE TRIGGER products_stock AFTER INSERT ON products FOR EACH ROW
BEGIN
    INSERT INTO stock (product_id, amount) VALUES (NEW.id, 0);
END//
DELIMITER ;
