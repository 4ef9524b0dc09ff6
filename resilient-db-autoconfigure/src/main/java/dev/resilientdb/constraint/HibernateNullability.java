package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.hibernate.generator.Generator;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.CollectionPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ManagedMappingType;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import dev.resilientdb.constraint.ConstraintViolation.Kind;

/**
 * The attributes that Hibernate itself refuses to leave empty, and their columns.
 */
final class HibernateNullability {

	private final MappingMetamodel metamodel;

	HibernateNullability(MappingMetamodel metamodel) {
		this.metamodel = metamodel;
	}

	/**
	 * What the database would have reported.
	 * @return null when Hibernate knows no such entity, or refuses the attribute for
	 * another reason
	 */
	@Nullable ReportedViolation missing(String entity, String attribute) {
		EntityPersister persister = this.metamodel.findEntityDescriptor(entity);
		if (persister == null || !isRequired(persister, attribute)) {
			return null;
		}
		ModelPart part = part(persister, attribute);
		return (part != null) ? violation(persister, part) : ReportedViolation.of(Kind.NOT_NULL);
	}

	// Versions and tenants are refused with the same exception, but not for being empty
	private static boolean isRequired(EntityPersister entity, String attribute) {
		int dot = attribute.indexOf('.');
		int index = List.of(entity.getPropertyNames()).indexOf((dot < 0) ? attribute : attribute.substring(0, dot));
		if (index < 0 || (entity.isVersioned() && index == entity.getVersionPropertyIndex())) {
			return false;
		}
		Generator generator = entity.getGenerators()[index];
		boolean generated = generator != null && generator.generatesSometimes();
		return !generated && (dot >= 0 || !entity.getPropertyNullability()[index]);
	}

	private static @Nullable ModelPart part(EntityPersister entity, String attribute) {
		ManagedMappingType type = entity;
		ModelPart part = null;
		for (String name : StringUtils.delimitedListToStringArray(attribute, ".")) {
			part = (type != null) ? type.findAttributeMapping(name) : null;
			if (part instanceof PluralAttributeMapping plural) {
				part = plural.getElementDescriptor();
			}
			type = (part instanceof EmbeddableValuedModelPart embedded) ? embedded.getEmbeddableTypeDescriptor() : null;
		}
		return part;
	}

	private static ReportedViolation violation(EntityPersister entity, ModelPart part) {
		Set<String> tables = new LinkedHashSet<>();
		List<String> columns = new ArrayList<>();
		part.forEachSelectable((position, column) -> {
			if (!column.isFormula()) {
				tables.add(MappedNames.bare(table(entity, part, column)));
				columns.add(MappedNames.bare(column.getSelectionExpression()));
			}
		});
		ReportedViolation violation = ReportedViolation.of(Kind.NOT_NULL);
		return (tables.size() != 1) ? violation : violation.withTable(tables.iterator().next()).withColumns(columns);
	}

	// What is inherited is written to a table of the subclass's own where each has one
	private static String table(EntityPersister entity, ModelPart part, SelectableMapping column) {
		boolean element = part.getNavigableRole().getFullPath().contains(CollectionPart.Nature.ELEMENT.getName());
		return element ? column.getContainingTableExpression() : entity.physicalTableNameForMutation(column);
	}

}
