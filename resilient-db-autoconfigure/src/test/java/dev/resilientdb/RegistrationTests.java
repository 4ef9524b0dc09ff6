package dev.resilientdb;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files through which Boot finds us.
 */
class RegistrationTests {

	private static final String IMPORTS = "META-INF/spring/" + AutoConfiguration.class.getName() + ".imports";

	private static final String FACTORIES = "META-INF/spring.factories";

	@Test
	void importsAreSorted() {
		assertThat(MainClasses.lines(IMPORTS)).isSorted();
	}

	@Test
	void importsAreTheAutoConfigurations() {
		List<String> autoConfigurations = MainClasses.all()
			.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.toList();
		assertThat(MainClasses.lines(IMPORTS)).containsExactlyInAnyOrderElementsOf(autoConfigurations);
	}

	@Test
	void factoriesAreClassesOfTheirType() throws IOException {
		Properties factories = new Properties();
		factories.load(new StringReader(MainClasses.text(FACTORIES)));
		assertThat(factories).isNotEmpty()
			.allSatisfy((type, names) -> assertThat(types(names)).isNotEmpty()
				.allSatisfy((factory) -> assertThat(factory).isAssignableTo(type(type.toString()))));
	}

	private static Stream<Class<?>> types(Object names) {
		return Stream.of(StringUtils.tokenizeToStringArray(names.toString(), ",")).map(RegistrationTests::type);
	}

	private static Class<?> type(String name) {
		return ClassUtils.resolveClassName(name, null);
	}

}
