UPDATE products SET description = title WHERE description IS NULL;
