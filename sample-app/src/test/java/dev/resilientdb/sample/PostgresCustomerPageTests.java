package dev.resilientdb.sample;

class PostgresCustomerPageTests extends CustomerPageContract {

}
