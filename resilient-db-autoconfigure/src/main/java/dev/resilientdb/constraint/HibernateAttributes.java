package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Reads from Hibernate's metamodel which attribute a column belongs to: JPA's own does
 * not know columns. A column that entities map differently belongs to none.
 */
final class HibernateAttributes implements EntityAttributes {

	private static final String AMBIGUOUS = "";

	private final Map<String, String> attributes = new HashMap<>();

	private final Map<String, Set<String>> identifiers = new HashMap<>();

	HibernateAttributes(EntityManagerFactory factory) {
		factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(this::add);
	}

	@Override
	public List<String> of(String table, List<String> columns) {
		List<String> result = new ArrayList<>();
		for (String column : columns) {
			String attribute = this.attributes.get(key(table, column));
			if (attribute == null || attribute.equals(AMBIGUOUS)) {
				return List.of();
			}
			result.add(attribute);
		}
		return result;
	}

	@Override
	public boolean identify(String table, List<String> columns) {
		Set<String> keys = new HashSet<>();
		columns.forEach((column) -> keys.add(key(table, column)));
		return keys.equals(this.identifiers.get(bare(table)));
	}

	private void add(EntityPersister entity) {
		entity.getIdentifierMapping()
			.forEachSelectable((position, column) -> this.identifiers
				.computeIfAbsent(bare(column.getContainingTableExpression()), (table) -> new HashSet<>())
				.add(key(column.getContainingTableExpression(), column.getSelectionExpression())));
		String id = entity.getIdentifierMapping().getAttributeName();
		add(entity.getIdentifierMapping(), id);
		entity.forEachAttributeMapping((position, attribute) -> add(attribute, attribute.getAttributeName()));
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
			this.attributes.merge(key(column.getContainingTableExpression(), column.getSelectionExpression()), path,
					(known, other) -> known.equals(other) ? known : AMBIGUOUS);
		}
	}

	private static String key(String table, String column) {
		return bare(table) + "\0" + bare(column);
	}

	private static String bare(String name) {
		String last = name.substring(name.lastIndexOf('.') + 1);
		return last.replaceAll("[`\"\\[\\]]", "").toLowerCase(Locale.ROOT);
	}

}
