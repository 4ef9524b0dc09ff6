package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import dev.resilientdb.constraint.ConstraintViolation.Kind;

/**
 * Asks the entity manager factories that exist by now. Those that answer must agree.
 */
final class EntityManagerFactoryAttributes implements EntityAttributes {

	private static final Logger logger = LoggerFactory.getLogger(EntityManagerFactoryAttributes.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private volatile Names known = new Names(-1, List.of());

	private final Map<String, EntityAttributes> factories = new ConcurrentHashMap<>();

	EntityManagerFactoryAttributes(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public List<String> of(@Nullable String table, List<String> columns) {
		List<List<String>> answers = new ArrayList<>();
		List<String> names = names();
		// One may have entities with such columns that the other says nothing of
		for (String name : (table != null || names.size() == 1) ? names : List.<String>of()) {
			if (this.beanFactory.containsSingleton(name)) {
				List<String> answer = this.factories.computeIfAbsent(name, this::read).of(table, columns);
				if (!answer.isEmpty() && !answers.contains(answer)) {
					answers.add(answer);
				}
			}
		}
		return (answers.size() == 1) ? answers.get(0) : List.of();
	}

	@Override
	public boolean identify(String table, List<String> columns) {
		return names().stream()
			.filter(this.beanFactory::containsSingleton)
			.anyMatch((name) -> this.factories.computeIfAbsent(name, this::read).identify(table, columns));
	}

	@Override
	public @Nullable ReportedViolation missing(String entity, String attribute) {
		List<ReportedViolation> answers = names().stream()
			.filter(this.beanFactory::containsSingleton)
			.map((name) -> this.factories.computeIfAbsent(name, this::read).missing(entity, attribute))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		if (answers.isEmpty()) {
			return null;
		}
		return (answers.size() == 1) ? answers.get(0) : ReportedViolation.of(Kind.NOT_NULL);
	}

	// Spring looks through all beans each time
	private List<String> names() {
		int singletons = this.beanFactory.getSingletonCount();
		Names names = this.known;
		if (names.singletons() != singletons) {
			names = new Names(singletons,
					List.of(this.beanFactory.getBeanNamesForType(EntityManagerFactory.class, false, false)));
			this.known = names;
		}
		return names.names();
	}

	// A factory of another vendor, or a metamodel of another version
	private EntityAttributes read(String name) {
		try {
			return new HibernateAttributes(this.beanFactory.getBean(name, EntityManagerFactory.class));
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Attributes of the entities of '{}' are not known", name, ex);
			return (table, columns) -> List.of();
		}
	}

	private record Names(int singletons, List<String> names) {
	}

}
