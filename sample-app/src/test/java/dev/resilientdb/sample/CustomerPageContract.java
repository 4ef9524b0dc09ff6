package dev.resilientdb.sample;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody sees in a browser on every database that tells the column of a violation.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Tag("browser")
abstract class CustomerPageContract {

	@RegisterExtension
	static final Chromium chromium = Chromium.speaking(Locale.ENGLISH);

	@LocalServerPort
	private int port;

	private SampleClient sample;

	private CustomerPage page;

	@BeforeEach
	void open() {
		this.sample = new SampleClient(this.port);
		this.sample.awaitCatalog();
		this.page = CustomerPage.open(chromium.driver(), this.port);
	}

	@Test
	void showsRegisteredCustomer() {
		String email = SampleClient.newEmail();
		this.page.register("Ada", email);
		assertThat(this.page.status()).isEqualTo("Registered.");
		assertThat(this.page.customer(email).getText()).contains("Ada");
	}

	@Test
	void showsDuplicateAtTheEmail() {
		String email = SampleClient.newEmail();
		this.sample.register(email);
		this.page.register("Grace", email);
		assertThat(this.page.errorAt(this.page.registration(), "email"))
			.isEqualTo("Somebody is registered with this e-mail address already. Use another address.");
		assertThat(this.page.focused()).isEqualTo(this.page.field(this.page.registration(), "email"));
	}

	@Test
	void registersWhenTheEmailIsCorrected() {
		String email = SampleClient.newEmail();
		this.sample.register(email);
		this.page.register("Grace", email);
		this.page.errorAt(this.page.registration(), "email");
		this.page.register("", ".uk");
		assertThat(this.page.customer(email + ".uk").getText()).contains("Grace");
		assertThat(this.page.field(this.page.registration(), "email").getDomAttribute("aria-invalid")).isNull();
	}

	@Test
	void showsWhatTheControllerRefusesInTheSameWay() {
		this.page.register("", "nowhere");
		assertThat(this.page.errorAt(this.page.registration(), "name")).isEqualTo("must not be blank");
		assertThat(this.page.errorAt(this.page.registration(), "email"))
			.isEqualTo("must be a well-formed email address");
		assertThat(this.page.focused()).isEqualTo(this.page.field(this.page.registration(), "name"));
	}

	@Test
	void showsNegativeStockAtTheStock() {
		long before = this.sample.stock("coffee");
		this.page.correctStock("coffee", "-1");
		assertThat(this.page.errorAt(this.page.product("coffee"), "stock"))
			.isEqualTo("A stock cannot be less than nothing. Count again.");
		assertThat(this.sample.stock("coffee")).isEqualTo(before);
	}

	@Test
	void savesStockThatWasCounted() {
		this.page.correctStock("coffee", "321");
		assertThat(this.page.status()).isEqualTo("Saved.");
		assertThat(this.sample.stock("coffee")).isEqualTo(321);
	}

	@Test
	void showsWhyCustomerWithOrdersStays() {
		long id = this.sample.register(SampleClient.newEmail());
		this.sample.order(id);
		this.page = CustomerPage.open(chromium.driver(), this.port);
		WebElement customer = this.page.customer(id);
		this.page.delete(customer);
		assertThat(this.page.alertOf(customer)).startsWith("This customer has orders.");
		assertThat(this.sample.got("/customers/" + id).at("/id").asLong()).isEqualTo(id);
	}

	@Test
	void deletesCustomerWithoutOrders() {
		String email = SampleClient.newEmail();
		this.page.register("Ada", email);
		this.page.delete(this.page.customer(email));
		assertThat(this.page.awaitsStatus("Deleted.")).isTrue();
		assertThat(this.sample.got("/customers").findValuesAsString("email")).doesNotContain(email);
	}

}
