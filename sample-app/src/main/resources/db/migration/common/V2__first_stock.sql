insert into warehouse (id, name, units) values (1, 'Harbour', 1500);
insert into product (sku, name, warehouse_id, stock) values ('tea', 'Tea, 100 g', 1, 1000);
insert into product (sku, name, warehouse_id, stock) values ('coffee', 'Coffee, 500 g', 1, 500);
