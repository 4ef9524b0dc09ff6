package dev.resilientdb.retry;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import dev.resilientdb.retry.RetryStatistics.MethodCalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds for repositories of Spring Data.
 */
@Tag("scenario-17")
abstract class JpaRepositoryRetryContract extends JpaWorkerContract {

	@BeforeEach
	final void save() {
		save(1, "a", 100);
		save(2, "b", 100);
	}

	@Test
	void repeatsMethodOfRepository() {
		WalletRepository repository = context().getBean(WalletRepository.class);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> repository.rename(2, "a"))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
		assertThat(methods()).containsExactly("WalletRepository.rename");
	}

	@Test
	void recoversMethodOfRepository() {
		WalletRepository repository = context().getBean(WalletRepository.class);
		repository.change(inTurn(() -> repository.saveAndFlush(new Wallet(3, "a", 1)),
				() -> repository.saveAndFlush(new Wallet(3, "c", 1))));
		assertThat(calls().recovered()).isOne();
		assertThat(methods()).containsExactly("WalletRepository.change");
	}

	@Test
	void repeatsQueryOfAnnotatedRepository() {
		WalletRepository.Retried repository = context().getBean(WalletRepository.Retried.class);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> repository.rename(2, "a"))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(3));
		assertThat(methods()).containsExactly("Retried.rename");
	}

	@Test
	void repeatsInheritedMethodOfAnnotatedRepository() {
		WalletRepository.Retried repository = context().getBean(WalletRepository.Retried.class);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> repository.saveAndFlush(new Wallet(3, "a", 1)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(3));
		assertThat(methods()).containsExactly("Retried.saveAndFlush");
	}

	@Test
	void leavesOtherMethodsAlone() {
		WalletRepository repository = context().getBean(WalletRepository.class);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> repository.saveAndFlush(new Wallet(3, "a", 1)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).isEmpty());
		assertThat(methods()).isEmpty();
	}

	@Test
	void leavesMethodAloneWhoseTransactionOnlySpringDataKnows() {
		WalletRepository.Redeclared repository = context().getBean(WalletRepository.Redeclared.class);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> repository.save(new Wallet(3, "a", 1)));
		assertThat(methods()).isEmpty();
	}

	private List<String> methods() {
		return context().getBean(RetryStatistics.class).summary().methods().stream().map(MethodCalls::method).toList();
	}

}
