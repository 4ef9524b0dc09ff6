create table account (
	id bigint not null auto_increment primary key,
	owner varchar(100) not null,
	balance bigint not null,
	constraint account_balance_not_negative check (balance >= 0)
);

create index account_owner on account (owner);

create table ledger_entry (
	id bigint not null auto_increment primary key,
	transfer_id varchar(64) not null,
	from_account bigint not null,
	to_account bigint not null,
	amount bigint not null,
	constraint ledger_entry_transfer_unique unique (transfer_id),
	constraint ledger_entry_from_exists foreign key (from_account) references account (id),
	constraint ledger_entry_to_exists foreign key (to_account) references account (id),
	constraint ledger_entry_amount_positive check (amount > 0)
);

create index ledger_entry_from on ledger_entry (from_account);
create index ledger_entry_to on ledger_entry (to_account);

create table customer (
	id bigint not null auto_increment primary key,
	name varchar(100) not null,
	email varchar(200) not null,
	constraint customer_email_unique unique (email)
);

create table warehouse (
	id bigint not null,
	name varchar(100) not null,
	units bigint not null,
	constraint warehouse_key primary key (id)
);

create table product (
	sku varchar(40) not null,
	name varchar(100) not null,
	warehouse_id bigint not null,
	stock bigint not null,
	constraint product_key primary key (sku),
	constraint product_warehouse_exists foreign key (warehouse_id) references warehouse (id),
	constraint product_stock_not_negative check (stock >= 0)
);

create table purchase_order (
	id bigint not null auto_increment primary key,
	customer_id bigint not null,
	sku varchar(40) not null,
	quantity bigint not null,
	constraint purchase_order_customer_exists foreign key (customer_id) references customer (id),
	constraint purchase_order_product_exists foreign key (sku) references product (sku),
	constraint purchase_order_quantity_positive check (quantity > 0)
);
