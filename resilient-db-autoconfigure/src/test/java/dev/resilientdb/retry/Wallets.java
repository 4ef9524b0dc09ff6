package dev.resilientdb.retry;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The entities and repositories beside the tests.
 */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = Wallet.class)
@EnableJpaRepositories(basePackageClasses = WalletRepository.class, considerNestedRepositories = true)
class Wallets {

}
