INSERT INTO categories (name) VALUES ('Books'), ('Toys; games'), ('It\'s new');
INSERT INTO categories (name, parent_id) SELECT 'Comics', id FROM categories WHERE name = 'Books';
