package dev.resilientdb.sample;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SQLite 3.53 does not say which foreign key was violated, nor from which side, nor the
 * column of a check, and takes values of any length.
 */
@ActiveProfiles("sqlite")
class SqliteViolationAnswerTests extends ViolationAnswerContract {

	@Override
	HttpStatus statusOfCustomerWithOrders() {
		return HttpStatus.UNPROCESSABLE_CONTENT;
	}

	@Override
	String sentenceOfCustomerWithOrders() {
		return "The entry does not fit the entries that belong to it.";
	}

	@Override
	List<String> fieldsOfNegativeStock() {
		return List.of();
	}

	@Override
	@Test
	void overlongNameCannotBeProcessed() {
		assertThat(sample().statusOfPost("/customers", overlong())).isEqualTo(HttpStatus.CREATED);
	}

}
