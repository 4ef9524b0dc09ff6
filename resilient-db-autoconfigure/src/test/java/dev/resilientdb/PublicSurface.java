package dev.resilientdb;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Writes down every type and member that an application can name.
 */
final class PublicSurface {

	private static final Set<String> OF_EVERY_TYPE = Set.of("equals", "hashCode", "toString");

	private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

	private PublicSurface() {
	}

	static List<String> lines() {
		return MainClasses.all()
			.stream()
			.map(JavaClass::reflect)
			.filter(PublicSurface::isVisible)
			.sorted(Comparator.comparing(Class::getName))
			.flatMap((type) -> Stream.concat(Stream.of(header(type)), members(type)))
			.toList();
	}

	private static boolean isVisible(Class<?> type) {
		Class<?> enclosing = type.getEnclosingClass();
		return Modifier.isPublic(type.getModifiers()) && (enclosing == null || isVisible(enclosing));
	}

	private static String header(Class<?> type) {
		String supertypes = Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), interfaces(type))
			.map(Type::getTypeName)
			.filter((name) -> !name.equals("java.lang.Object") && !name.equals("java.lang.Record"))
			.collect(Collectors.joining(", "));
		return type.toGenericString() + (supertypes.isEmpty() ? "" : " : " + supertypes);
	}

	private static Stream<Type> interfaces(Class<?> type) {
		return Stream.of(type.getGenericInterfaces());
	}

	private static Stream<String> members(Class<?> type) {
		Stream<String> constructors = Stream.of(type.getDeclaredConstructors())
			.filter(PublicSurface::isVisible)
			.map(Constructor::toGenericString);
		Stream<String> methods = Stream.of(type.getDeclaredMethods())
			.filter(PublicSurface::isOwn)
			.filter(PublicSurface::isVisible)
			.map(PublicSurface::text);
		Stream<String> fields = Stream.of(type.getDeclaredFields())
			.filter(PublicSurface::isVisible)
			.map(Field::toGenericString);
		return Stream.of(fields, constructors, methods)
			.flatMap((lines) -> lines)
			.map((line) -> "\t" + line.replace(type.getName() + ".", ""))
			.sorted();
	}

	private static boolean isOwn(Method method) {
		return !method.isSynthetic() && !OF_EVERY_TYPE.contains(method.getName())
				&& !(method.getDeclaringClass().isEnum() && OF_EVERY_ENUM.contains(method.getName()));
	}

	private static String text(Method method) {
		Object defaultValue = method.getDefaultValue();
		boolean simple = defaultValue != null && !defaultValue.getClass().isArray();
		return method.toGenericString().replace("synchronized ", "")
				+ (simple ? " default [" + defaultValue + "]" : "");
	}

	private static boolean isVisible(Member member) {
		return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
	}

}
