INSERT INTO categories (name) VALUES ('Books'), ('Games; and toys'), ('Music -- all of it');
INSERT INTO categories (parent_id, name)
SELECT id, 'New' FROM categories WHERE parent_id IS NULL;
