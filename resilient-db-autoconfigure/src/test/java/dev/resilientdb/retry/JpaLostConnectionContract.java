package dev.resilientdb.retry;

import jakarta.transaction.Synchronization;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * On which side of Hibernate's flush at commit a lost connection leaves doubt.
 */
@Tag("scenario-05")
abstract class JpaLostConnectionContract extends JpaWorkerContract {

	@Test
	void recoversWhenConnectionIsLostBeforeTheFlushAtCommit() {
		worker().retried(inTurn(() -> {
			persist(1, "a", 100);
			killOwnSessionBeforeCommit();
		}, () -> persist(1, "a", 200)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().ambiguous()).isZero();
		assertThat(balance(1)).isEqualTo(200);
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenConnectionIsLostAfterTheFlushAtCommit() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> worker().retried(this::persistAndLoseCommit));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
	}

	@Test
	void tellsTheSidesApartWithEntityManagerOfTheThread() {
		withOpenEntityManager(() -> worker().retried(inTurn(() -> {
			persist(1, "a", 100);
			killOwnSessionBeforeCommit();
		}, () -> persist(1, "a", 200))));
		assertThat(balance(1)).isEqualTo(200);
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> withOpenEntityManager(() -> worker().retried(() -> {
				wallet(1).add(1);
				beforeCompletion(this::killOwnSession);
			})));
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenNothingIsLeftToFlush() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(() -> {
			persist(1, "a", 100);
			session().flush();
			killOwnSessionBeforeCommit();
		}));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void repeatsIdempotentCallWhoseCommitIsInDoubt() {
		worker().idempotent(inTurn(this::persistAndLoseCommit, () -> persist(1, "a", 200)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(1)).isEqualTo(200);
	}

	@Test
	void recoversWhenConnectionIsLostBeforeStatement() {
		worker().retried(inTurn(() -> {
			persist(1, "a", 100);
			killOwnSession();
			session().flush();
		}, () -> persist(1, "a", 200)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(1)).isEqualTo(200);
	}

	@Test
	void hibernateFlushesBeforeItAnnouncesTheCommit() {
		worker().retried(() -> {
			persist(1, "a", 100);
			beforeCompletion(() -> assertThat(balance(1)).isEqualTo(100));
			beforeCompletion(() -> assertThat(walletsOfOthers()).isZero());
		});
		assertThat(walletsOfOthers()).isOne();
	}

	private int walletsOfOthers() {
		return new JdbcTemplate(database().dataSource()).queryForObject("select count(*) from wallet", Integer.class);
	}

	private void persistAndLoseCommit() {
		persist(1, "a", 100);
		beforeCompletion(this::killOwnSession);
	}

	private void beforeCompletion(Runnable work) {
		session().getTransaction().registerSynchronization(new Synchronization() {
			@Override
			public void beforeCompletion() {
				work.run();
			}

			@Override
			public void afterCompletion(int status) {
				// Not of interest
			}
		});
	}

}
