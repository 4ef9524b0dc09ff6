package dev.resilientdb.acquisition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.TransactionExecution;

/**
 * What an application's interceptors are told, in words, and what they are to refuse
 * with.
 */
final class RecordedAcquisitions {

	private final List<String> events = new CopyOnWriteArrayList<>();

	private volatile @Nullable RuntimeException refusalOfBegin;

	private volatile @Nullable SQLException refusal;

	List<String> events() {
		return this.events;
	}

	void refuseBeginWith(RuntimeException refusal) {
		this.refusalOfBegin = refusal;
	}

	void refuseWith(SQLException refusal) {
		this.refusal = refusal;
	}

	private final class Recorder implements AcquisitionInterceptor {

		private final String name;

		Recorder(String name, String dataSource) {
			this.name = name + " " + dataSource + " ";
		}

		@Override
		public Connection acquire(ConnectionSource source) throws SQLException {
			note("acquire");
			SQLException refused = RecordedAcquisitions.this.refusal;
			if (refused != null) {
				throw refused;
			}
			return source.connect();
		}

		@Override
		public void beforeBegin(TransactionExecution transaction) {
			note("begin " + transaction.getTransactionName());
			RuntimeException refused = RecordedAcquisitions.this.refusalOfBegin;
			if (refused != null) {
				throw refused;
			}
		}

		@Override
		public void afterEnd(TransactionExecution transaction) {
			note("end " + transaction.getTransactionName());
		}

		private void note(String event) {
			RecordedAcquisitions.this.events.add(this.name + event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class One {

		@Bean
		static RecordedAcquisitions recordedAcquisitions() {
			return new RecordedAcquisitions();
		}

		@Bean
		@Order(2)
		static AcquisitionInterceptorFactory innerFactory(RecordedAcquisitions recorded) {
			return (dataSource) -> recorded.new Recorder("one", dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Outer {

		@Bean
		@Order(1)
		static AcquisitionInterceptorFactory outerFactory(RecordedAcquisitions recorded) {
			return (dataSource) -> recorded.new Recorder("outer", dataSource);
		}

	}

}
