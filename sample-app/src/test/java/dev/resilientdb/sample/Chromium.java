package dev.resilientdb.sample;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The browser of a test class, without a window and with a profile of its own. Where it
 * is not installed the class is skipped and says why.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

	private static final Optional<Path> BROWSER = installed("chromium", "chromium-browser", "google-chrome");

	private static final Optional<Path> DRIVER = installed("chromedriver");

	private final Locale language;

	private ChromeDriver driver;

	private Chromium(Locale language) {
		this.language = language;
	}

	static Chromium speaking(Locale language) {
		return new Chromium(language);
	}

	WebDriver driver() {
		return this.driver;
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return (BROWSER.isPresent() && DRIVER.isPresent()) ? ConditionEvaluationResult.enabled("Chromium is there")
				: ConditionEvaluationResult.disabled("Chromium or its chromedriver is not installed");
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(DRIVER.orElseThrow().toFile())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options());
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (this.driver != null) {
			this.driver.quit();
		}
	}

	private ChromeOptions options() {
		return new ChromeOptions().setBinary(BROWSER.orElseThrow().toFile())
			.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
			.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync")
			.addArguments("--no-first-run")
			.setExperimentalOption("prefs", Map.of("intl.accept_languages", this.language.getLanguage()));
	}

	private static Optional<Path> installed(String... names) {
		Pattern separator = Pattern.compile(File.pathSeparator, Pattern.LITERAL);
		return Stream.of(names)
			.flatMap((name) -> separator.splitAsStream(System.getenv("PATH")).map((place) -> Path.of(place, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
