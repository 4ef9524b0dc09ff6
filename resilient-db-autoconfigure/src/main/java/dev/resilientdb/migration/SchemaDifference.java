package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The difference of two pictures of a schema in words.
 */
final class SchemaDifference {

	private static final int LONGEST = 80;

	private SchemaDifference() {
	}

	static List<String> of(SchemaPicture before, SchemaPicture now) {
		if (before.equals(now)) {
			return List.of();
		}
		Set<SchemaPicture.Key> former = objects(before);
		Set<SchemaPicture.Key> present = objects(now);
		List<String> words = new ArrayList<>();
		alone(present, former).forEach((key) -> words.add(key.words() + " was added"));
		alone(former, present).forEach((key) -> words.add(key.words() + " is gone"));
		former.retainAll(present);
		words.addAll(changes(before, now, former));
		return words;
	}

	private static List<String> changes(SchemaPicture before, SchemaPicture now, Set<SchemaPicture.Key> objects) {
		List<String> words = new ArrayList<>();
		Map<SchemaPicture.Key, String> all = new TreeMap<>(before.aspects());
		now.aspects().keySet().forEach((key) -> all.putIfAbsent(key, ""));
		for (SchemaPicture.Key key : all.keySet()) {
			String old = before.aspects().getOrDefault(key, "");
			String current = now.aspects().getOrDefault(key, "");
			SchemaPicture.Key object = key.withoutAspect();
			if (objects.contains(object) && !old.equals(current)) {
				words.add("%s of %s changed%s".formatted(key.aspect(), object.words(), values(old, current)));
			}
		}
		return words;
	}

	private static Set<SchemaPicture.Key> objects(SchemaPicture picture) {
		Set<SchemaPicture.Key> objects = new TreeSet<>();
		picture.aspects().keySet().forEach((key) -> objects.add(key.withoutAspect()));
		return objects;
	}

	// Of a whole table its columns need not be told
	private static List<SchemaPicture.Key> alone(Set<SchemaPicture.Key> some, Set<SchemaPicture.Key> others) {
		List<SchemaPicture.Key> result = new ArrayList<>();
		for (SchemaPicture.Key key : some) {
			SchemaPicture.Key table = new SchemaPicture.Key("table", key.table(), "", "");
			boolean whole = !key.equals(table) && some.contains(table) && !others.contains(table);
			if (!others.contains(key) && !whole) {
				result.add(key);
			}
		}
		return result;
	}

	private static String values(String old, String current) {
		if (old.length() > LONGEST || current.length() > LONGEST) {
			return "";
		}
		return " from %s to %s".formatted(old.isEmpty() ? "none" : old, current.isEmpty() ? "none" : current);
	}

}
