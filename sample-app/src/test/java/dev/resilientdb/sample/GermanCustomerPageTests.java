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
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("h2")
@Tag("browser")
class GermanCustomerPageTests {

	@RegisterExtension
	static final Chromium chromium = Chromium.speaking(Locale.GERMAN);

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
	void labelsInTheLanguageOfTheBrowser() {
		assertThat(this.page.title()).isEqualTo("Kunden und Bestand");
	}

	@Test
	void showsDuplicateInTheLanguageOfTheBrowser() {
		String email = SampleClient.newEmail();
		this.sample.register(email);
		this.page.register("Grace", email);
		assertThat(this.page.errorAt(this.page.registration(), "email"))
			.isEqualTo("Unter dieser E-Mail-Adresse ist schon jemand angemeldet. Nehmen Sie eine andere Adresse.");
	}

	@Test
	void showsNegativeStockInTheLanguageOfTheBrowser() {
		this.page.correctStock("coffee", "-1");
		assertThat(this.page.errorAt(this.page.product("coffee"), "stock"))
			.isEqualTo("Ein Bestand kann nicht kleiner als null sein. Zählen Sie noch einmal.");
	}

	@Test
	void showsWhyCustomerStaysInTheLanguageOfTheBrowser() {
		long id = this.sample.register(SampleClient.newEmail());
		this.sample.order(id);
		this.page = CustomerPage.open(chromium.driver(), this.port);
		WebElement customer = this.page.customer(id);
		this.page.delete(customer);
		assertThat(this.page.alertOf(customer)).startsWith("Für diesen Kunden gibt es Bestellungen.");
	}

	@Test
	void showsWhatTheControllerRefusesInTheLanguageOfTheBrowser() {
		this.page.register("", SampleClient.newEmail());
		assertThat(this.page.errorAt(this.page.registration(), "name")).isEqualTo("darf nicht leer sein");
	}

}
