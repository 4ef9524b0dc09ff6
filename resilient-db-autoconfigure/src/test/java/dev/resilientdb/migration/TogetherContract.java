package dev.resilientdb.migration;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten instances of an application that start at the same time.
 */
abstract class TogetherContract extends MigrationContract {

	TogetherContract(TestDatabase database) {
		super(database);
	}

	// Applications configure logging for the whole JVM, which ten cannot do at a time
	@BeforeAll
	static void leaveLoggingAlone() {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	@AfterAll
	static void configureLogging() {
		System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
	}

	@Test
	void eachMigrationIsRecordedOnce() throws Exception {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		this.scripts.with("V2__orders.sql", "create table orders (id integer primary key)");
		ExecutorService threads = Executors.newFixedThreadPool(10);
		Callable<MigrationReport> start = this::startAndClose;
		List<Future<MigrationReport>> reports = threads.invokeAll(Stream.generate(() -> start).limit(10).toList());
		threads.shutdown();
		assertThat(reports).allSatisfy((report) -> assertThat(report.get().anomalies()).isEmpty());
		assertThat(outcomes("V1__stock.sql")).containsExactly(MigrationOutcome.APPLIED);
		assertThat(outcomes("V2__orders.sql")).containsExactly(MigrationOutcome.APPLIED);
	}

	@Test
	void driverHasNothingToWarnOf() throws Exception {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		Logger driver = (Logger) LoggerFactory.getLogger("org.mariadb.jdbc");
		ListAppender<ILoggingEvent> warnings = new ListAppender<>();
		driver.addAppender(warnings);
		warnings.start();
		ExecutorService threads = Executors.newFixedThreadPool(10);
		Callable<MigrationReport> start = this::startAndClose;
		threads.invokeAll(Stream.generate(() -> start).limit(10).toList());
		threads.shutdown();
		driver.detachAppender(warnings);
		assertThat(warnings.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((message) -> message.contains("resilient_db") || message.contains("uplicate"));
	}

	private MigrationReport startAndClose() {
		try (ConfigurableApplicationContext context = application().start()) {
			return report(context);
		}
	}

	private List<MigrationOutcome> outcomes(String script) throws SQLException {
		return LedgerContract.rows(database(), script).stream().map((row) -> row.progress().outcome()).toList();
	}

}
