package dev.resilientdb.retry;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.util.ClassUtils;

/**
 * What the methods of a class call on {@code this}, read from its class files. A class
 * whose file cannot be read is not examined. Methods are keys of name and descriptor.
 */
final class SelfCalls {

	private static final Logger logger = LoggerFactory.getLogger(SelfCalls.class);

	// Older class files need not tell where jumps end
	private static final int MAJOR_VERSION = 6;

	private final Map<String, Set<String>> calls = new HashMap<>();

	private SelfCalls() {
	}

	/**
	 * Reads a class and its superclasses.
	 */
	static SelfCalls of(Class<?> type) {
		SelfCalls result = new SelfCalls();
		for (Class<?> current = type; current != null && current != Object.class; current = current.getSuperclass()) {
			result.read(current);
		}
		return result;
	}

	static String key(Method method) {
		return method.getName() + Type.getMethodDescriptor(method);
	}

	Set<String> from(String caller) {
		return this.calls.getOrDefault(caller, Set.of());
	}

	// Agents and class loaders make class files of all kinds
	private void read(Class<?> type) {
		try (InputStream file = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
			ClassReader reader = (file != null) ? new ClassReader(file) : null;
			if (reader != null && reader.readUnsignedShort(MAJOR_VERSION) > Opcodes.V1_6) {
				reader.accept(new CallReader(Type.getInternalName(type)), ClassReader.SKIP_DEBUG);
			}
		}
		catch (IOException | RuntimeException | LinkageError ex) {
			logger.debug("Class file of {} cannot be read", type.getName(), ex);
		}
	}

	private final class CallReader extends ClassVisitor {

		private final String owner;

		CallReader(String owner) {
			super(SpringAsmInfo.ASM_VERSION);
			this.owner = owner;
		}

		@Override
		public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
				@Nullable String signature, String @Nullable [] exceptions) {
			String caller = name + descriptor;
			if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) != 0
					|| SelfCalls.this.calls.containsKey(caller)) {
				return null;
			}
			Set<String> found = new LinkedHashSet<>();
			SelfCalls.this.calls.put(caller, found);
			return new SelfReceiver(this.owner, found);
		}

	}

}
