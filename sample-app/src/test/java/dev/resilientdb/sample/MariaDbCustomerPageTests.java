package dev.resilientdb.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("mariadb")
class MariaDbCustomerPageTests extends CustomerPageContract {

}
