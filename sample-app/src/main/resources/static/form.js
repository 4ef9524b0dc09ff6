// Sends forms and shows what a problem detail (RFC 9457) says: each of its errors at the
// field of that name, and its sentence where the form has no such field.

let notes = 0;

function note() {
	const note = document.createElement('p');
	note.id = 'note-' + ++notes;
	note.className = 'error';
	note.hidden = true;
	return note;
}

function fieldsOf(form) {
	return [...form.querySelectorAll('input')];
}

function prepare(form) {
	for (const field of fieldsOf(form)) {
		field.note = note();
		field.closest('label').after(field.note);
	}
	form.note = note();
	form.note.setAttribute('role', 'alert');
	form.append(form.note);
}

function tell(note, text) {
	note.textContent = text;
	note.hidden = !text;
}

function mark(field, text) {
	tell(field.note, text);
	if (text) {
		field.setAttribute('aria-invalid', 'true');
		field.setAttribute('aria-describedby', field.note.id);
	} else {
		field.removeAttribute('aria-invalid');
		field.removeAttribute('aria-describedby');
	}
}

function clear(form) {
	fieldsOf(form).forEach((field) => mark(field, ''));
	tell(form.note, '');
}

function show(form, problem) {
	const suggestion = problem.suggestion ? ' ' + problem.suggestion : '';
	const errors = problem.errors ?? [];
	let shown = 0;
	for (const field of fieldsOf(form)) {
		const own = errors.filter((error) => error.field === field.name).map((error) => error.message);
		mark(field, own.length ? own.join(', ') + suggestion : '');
		shown += own.length;
	}
	if (shown === 0 || shown < errors.length) {
		tell(form.note, (problem.detail ?? problem.title) + suggestion);
	}
}

async function exchange(method, url, body) {
	const response = await fetch(url, {
		method,
		headers: {
			'Accept': 'application/json, application/problem+json',
			'Accept-Language': document.documentElement.lang,
			'Content-Type': 'application/json'
		},
		body: body && JSON.stringify(body)
	});
	const text = await response.text();
	return { ok: response.ok, body: text ? JSON.parse(text) : { title: 'HTTP ' + response.status } };
}

/**
 * Answers to submit events: request(button) is the [method, url, body] to send, and
 * done(answer, button) is called when that succeeded.
 */
export function submits(form, request, done) {
	prepare(form);
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const button = event.submitter;
		button.disabled = true;
		clear(form);
		try {
			const answer = await exchange(...request(button));
			await (answer.ok ? done(answer.body, button) : show(form, answer.body));
		} catch (error) {
			tell(form.note, error.message);
		} finally {
			button.disabled = false;
			(form.querySelector('[aria-invalid]') ?? button).focus();
		}
	});
}

export async function get(url) {
	return (await exchange('GET', url)).body;
}
