DELIMITER $$
CREATE PROCEDURE close_old(IN days INT)
BEGIN
  IF days > 0 THEN
    UPDATE ticket SET priority = 5;
  END IF;
END$$
DELIMITER ;
