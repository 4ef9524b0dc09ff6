package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Follows the operand stack of one method and notes what it calls on {@code this}. Where
 * the stack is not certain, and at each place that is jumped to, it forgets what it knew:
 * a call may be missed, but none is noted whose receiver could be another object.
 */
final class SelfReceiver extends MethodVisitor {

	private final String owner;

	private final Set<String> found;

	private final List<Slot> stack = new ArrayList<>();

	private final Set<String> calls = new LinkedHashSet<>();

	private boolean reassigned;

	/**
	 * Creates a visitor for one method.
	 * @param owner the class of the method
	 * @param found takes what it calls, as name and descriptor
	 */
	SelfReceiver(String owner, Set<String> found) {
		super(SpringAsmInfo.ASM_VERSION);
		this.owner = owner;
		this.found = found;
	}

	@Override
	public void visitFrame(int type, int locals, Object[] local, int size, Object[] slots) {
		this.stack.clear();
	}

	@Override
	public void visitInsn(int opcode) {
		switch (opcode) {
			case Opcodes.ACONST_NULL, Opcodes.ICONST_M1, Opcodes.ICONST_0, Opcodes.ICONST_1, Opcodes.ICONST_2,
					Opcodes.ICONST_3, Opcodes.ICONST_4, Opcodes.ICONST_5, Opcodes.FCONST_0, Opcodes.FCONST_1,
					Opcodes.FCONST_2, Opcodes.DUP ->
				replace(0, 1);
			case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> replace(0, 2);
			case Opcodes.POP -> replace(1, 0);
			case Opcodes.POP2 -> replace(2, 0);
			case Opcodes.AALOAD, Opcodes.IALOAD, Opcodes.BALOAD, Opcodes.IADD, Opcodes.ISUB -> replace(2, 1);
			case Opcodes.LALOAD, Opcodes.DALOAD -> replace(2, 2);
			case Opcodes.AASTORE, Opcodes.IASTORE, Opcodes.BASTORE -> replace(3, 0);
			case Opcodes.LADD, Opcodes.LSUB, Opcodes.DADD, Opcodes.DSUB -> replace(4, 2);
			case Opcodes.I2L, Opcodes.I2D -> replace(1, 2);
			default -> this.stack.clear();
		}
	}

	@Override
	public void visitIntInsn(int opcode, int operand) {
		replace((opcode == Opcodes.NEWARRAY) ? 1 : 0, 1);
	}

	@Override
	public void visitVarInsn(int opcode, int variable) {
		switch (opcode) {
			case Opcodes.ALOAD -> this.stack.add((variable == 0) ? Slot.THIS : Slot.OTHER);
			case Opcodes.ILOAD, Opcodes.FLOAD -> replace(0, 1);
			case Opcodes.LLOAD, Opcodes.DLOAD -> replace(0, 2);
			case Opcodes.LSTORE, Opcodes.DSTORE -> replace(2, 0);
			case Opcodes.ASTORE -> {
				replace(1, 0);
				this.reassigned |= variable == 0;
			}
			default -> replace(1, 0);
		}
	}

	@Override
	public void visitTypeInsn(int opcode, String type) {
		switch (opcode) {
			case Opcodes.NEW -> replace(0, 1);
			case Opcodes.ANEWARRAY, Opcodes.INSTANCEOF -> replace(1, 1);
			default -> {
				// A cast leaves the object as it is
			}
		}
	}

	@Override
	public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
		int size = Type.getType(descriptor).getSize();
		switch (opcode) {
			case Opcodes.GETSTATIC -> replace(0, size);
			case Opcodes.PUTSTATIC -> replace(size, 0);
			case Opcodes.GETFIELD -> replace(1, size);
			default -> replace(size + 1, 0);
		}
	}

	@Override
	public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean ofInterface) {
		int sizes = Type.getArgumentsAndReturnSizes(descriptor);
		int arguments = (sizes >> 2) - 1;
		boolean bound = opcode != Opcodes.INVOKESTATIC;
		int receiver = this.stack.size() - arguments - 1;
		if (bound && receiver >= 0 && this.stack.get(receiver) == Slot.THIS
				&& (opcode != Opcodes.INVOKESPECIAL || type.equals(this.owner))) {
			this.calls.add(name + descriptor);
		}
		replace(bound ? arguments + 1 : arguments, sizes & 3);
	}

	@Override
	public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
		int sizes = Type.getArgumentsAndReturnSizes(descriptor);
		replace((sizes >> 2) - 1, sizes & 3);
	}

	@Override
	public void visitLdcInsn(Object value) {
		replace(0, (value instanceof Long || value instanceof Double) ? 2 : 1);
	}

	@Override
	public void visitJumpInsn(int opcode, Label label) {
		this.stack.clear();
	}

	@Override
	public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
		this.stack.clear();
	}

	@Override
	public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
		this.stack.clear();
	}

	@Override
	public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
		replace(dimensions, 1);
	}

	@Override
	public void visitEnd() {
		if (!this.reassigned) {
			this.found.addAll(this.calls);
		}
	}

	private void replace(int popped, int pushed) {
		for (int i = 0; i < popped && !this.stack.isEmpty(); i++) {
			this.stack.remove(this.stack.size() - 1);
		}
		for (int i = 0; i < pushed; i++) {
			this.stack.add(Slot.OTHER);
		}
	}

	private enum Slot {

		THIS, OTHER

	}

}
