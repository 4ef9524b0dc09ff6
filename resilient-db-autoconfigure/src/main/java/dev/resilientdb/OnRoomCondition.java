package dev.resilientdb;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Reads the switches the way Boot reads its own properties: {@code yes} is true, and what
 * is neither is refused.
 */
final class OnRoomCondition extends SpringBootCondition {

	private static final String PREFIX = "resilient-db.";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Binder binder = Binder.get(context.getEnvironment());
		for (String property : switches(metadata)) {
			if (!binder.bind(property, Boolean.class).orElse(true)) {
				return ConditionOutcome
					.noMatch(ConditionMessage.forCondition(ConditionalOnRoom.class).because(property + " is false"));
			}
		}
		return ConditionOutcome
			.match(ConditionMessage.forCondition(ConditionalOnRoom.class).because("nothing is switched off"));
	}

	private static List<String> switches(AnnotatedTypeMetadata metadata) {
		List<String> properties = new ArrayList<>();
		properties.add(PREFIX + "enabled");
		String[] rooms = metadata.getAnnotations().get(ConditionalOnRoom.class).getStringArray("value");
		for (String room : rooms) {
			properties.add(PREFIX + room + ".enabled");
		}
		return properties;
	}

}
