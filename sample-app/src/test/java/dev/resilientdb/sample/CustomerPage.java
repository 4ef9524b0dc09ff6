package dev.resilientdb.sample;

import java.time.Duration;

import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The page of customers and stock as somebody sees it who looks until something is there.
 */
class CustomerPage {

	private final WebDriver browser;

	private CustomerPage(WebDriver browser) {
		this.browser = browser;
	}

	/**
	 * Opens the page and waits until it is filled.
	 */
	static CustomerPage open(WebDriver browser, int port) {
		browser.get("http://127.0.0.1:" + port + "/customers.html");
		CustomerPage page = new CustomerPage(browser);
		page.product("tea");
		return page;
	}

	String title() {
		return this.browser.getTitle();
	}

	void register(String name, String email) {
		type("name", name);
		type("email", email);
		registration().findElement(By.cssSelector("button")).click();
	}

	WebElement registration() {
		return find("#registration");
	}

	WebElement customer(long id) {
		return find("#customers form[data-id='" + id + "']");
	}

	WebElement customer(String email) {
		return look("customer " + email).until((browser) -> browser.findElements(By.cssSelector("#customers form"))
			.stream()
			.filter((row) -> row.findElement(By.className("mail")).getText().equals(email))
			.findFirst()
			.orElse(null));
	}

	void delete(WebElement customer) {
		customer.findElement(By.cssSelector("button[value=delete]")).click();
	}

	WebElement product(String sku) {
		return find("#products form[data-sku='" + sku + "']");
	}

	void correctStock(String sku, String stock) {
		WebElement field = field(product(sku), "stock");
		field.clear();
		field.sendKeys(stock);
		product(sku).findElement(By.tagName("button")).click();
	}

	WebElement field(SearchContext form, String name) {
		return form.findElement(By.name(name));
	}

	/**
	 * The error that describes a field which is marked as invalid.
	 */
	String errorAt(SearchContext form, String name) {
		look("an error at " + name)
			.until((browser) -> "true".equals(field(form, name).getDomAttribute("aria-invalid")));
		return find("#" + field(form, name).getDomAttribute("aria-describedby")).getText();
	}

	/**
	 * The sentence of a form that is not about one of its fields.
	 */
	String alertOf(SearchContext form) {
		return textOf(form.findElement(By.cssSelector("[role=alert]")));
	}

	String status() {
		return textOf(find("#status"));
	}

	boolean awaitsStatus(String text) {
		return look("status " + text).until((browser) -> find("#status").getText().equals(text));
	}

	WebElement focused() {
		return this.browser.switchTo().activeElement();
	}

	private void type(String field, String text) {
		field(registration(), field).sendKeys(text);
	}

	private String textOf(WebElement element) {
		look("a sentence").until((browser) -> !element.getText().isEmpty());
		return element.getText();
	}

	private WebElement find(String selector) {
		return look(selector).until((browser) -> browser.findElement(By.cssSelector(selector)));
	}

	private WebDriverWait look(String what) {
		WebDriverWait look = new WebDriverWait(this.browser, Duration.ofSeconds(15));
		look.withMessage("There is not " + what);
		return look;
	}

}
