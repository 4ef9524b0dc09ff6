package dev.resilientdb.constraint;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.MapsId;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.spi.NavigablePath;
import org.jspecify.annotations.Nullable;

/**
 * Reads from Hibernate's metamodel which attribute a column belongs to: JPA's own does
 * not know columns. A column that entities map differently belongs to none; one that an
 * attribute only reads belongs to that which writes it.
 */
final class HibernateAttributes implements EntityAttributes {

	private static final char SEPARATOR = '\0';

	private final Map<String, Attribute> attributes = new HashMap<>();

	private final Map<String, Attribute> ofAnyTable = new HashMap<>();

	private final Map<String, Set<String>> identifiers = new HashMap<>();

	private final HibernateNullability nullability;

	HibernateAttributes(EntityManagerFactory factory) {
		MappingMetamodel metamodel = factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
		this.nullability = new HibernateNullability(metamodel);
		metamodel.forEachEntityDescriptor(this::add);
		this.attributes.forEach((key, attribute) -> this.ofAnyTable.merge(key.substring(key.indexOf(SEPARATOR) + 1),
				attribute, Attribute::same));
	}

	@Override
	public List<String> of(@Nullable String table, List<String> columns) {
		List<String> result = new ArrayList<>();
		for (String column : columns) {
			Attribute attribute = (table != null) ? this.attributes.get(key(table, column))
					: this.ofAnyTable.get(lower(column));
			if (attribute == null || attribute.use() == Use.AMBIGUOUS) {
				return List.of();
			}
			result.add(attribute.path());
		}
		return result;
	}

	@Override
	public boolean identify(String table, List<String> columns) {
		Set<String> keys = new HashSet<>();
		columns.forEach((column) -> keys.add(key(table, column)));
		return keys.equals(this.identifiers.get(lower(table)));
	}

	@Override
	public @Nullable ReportedViolation missing(String entity, String attribute) {
		return this.nullability.missing(entity, attribute);
	}

	private void add(EntityPersister entity) {
		EntityIdentifierMapping identifier = entity.getIdentifierMapping();
		identifier.forEachSelectable((position, column) -> this.identifiers
			.computeIfAbsent(bare(column.getContainingTableExpression()), (table) -> new HashSet<>())
			.add(key(column)));
		boolean several = identifier instanceof NonAggregatedIdentifierMapping;
		add(identifier, several ? null : identifier.getAttributeName());
		entity.forEachAttributeMapping((position, attribute) -> {
			if (!NavigablePath.IDENTIFIER_MAPPER_PROPERTY.equals(attribute.getAttributeName())) {
				add(attribute, attribute.getAttributeName());
			}
			if (isIdentifying(attribute)) {
				attribute
					.forEachSelectable((place, column) -> add(column, attribute.getAttributeName(), Use.IDENTIFIES));
			}
		});
	}

	// What the application sets instead of the identifier
	private static boolean isIdentifying(AttributeMapping attribute) {
		return attribute.getPropertyAccess().getGetter().getMember() instanceof AnnotatedElement member
				&& member.isAnnotationPresent(MapsId.class);
	}

	private void add(ModelPart part, @Nullable String path) {
		if (part instanceof PluralAttributeMapping) {
			return;
		}
		if (part instanceof EmbeddableValuedModelPart embedded) {
			embedded.getEmbeddableTypeDescriptor()
				.forEachAttributeMapping((position, attribute) -> add(attribute, nested(path, attribute)));
			return;
		}
		part.forEachSelectable((position, column) -> add(column, path));
	}

	private static String nested(@Nullable String path, AttributeMapping attribute) {
		return (path != null) ? path + "." + attribute.getAttributeName() : attribute.getAttributeName();
	}

	private void add(SelectableMapping column, @Nullable String path) {
		if (path != null && !column.isFormula()) {
			add(column, path, (column.isInsertable() || column.isUpdateable()) ? Use.WRITTEN : Use.READ);
		}
	}

	private void add(SelectableMapping column, String path, Use use) {
		this.attributes.merge(key(column), new Attribute(path, use), Attribute::or);
	}

	private static String key(SelectableMapping column) {
		return bare(column.getContainingTableExpression()) + SEPARATOR + bare(column.getSelectionExpression());
	}

	private static String key(String table, String column) {
		return lower(table) + SEPARATOR + lower(column);
	}

	private static String bare(String expression) {
		return lower(MappedNames.bare(expression));
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private record Attribute(String path, Use use) {

		Attribute same(Attribute other) {
			return this.path.equals(other.path) ? or(other) : new Attribute(this.path, Use.AMBIGUOUS);
		}

		Attribute or(Attribute other) {
			if (this.path.equals(other.path)) {
				return (this.use.compareTo(other.use) < 0) ? other : this;
			}
			if (this.use == other.use) {
				return new Attribute(this.path, Use.AMBIGUOUS);
			}
			return (this.use.compareTo(other.use) < 0) ? other : this;
		}

	}

	/**
	 * What an attribute does with its column; the later wins where two share one.
	 */
	private enum Use {

		READ, WRITTEN, IDENTIFIES, AMBIGUOUS

	}

}
