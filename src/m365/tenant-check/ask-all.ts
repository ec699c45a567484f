import { isRemoteError } from '../../application/remote-error.ts';
import { hostQuestions } from './host-questions.ts';
import { listQuestions } from './list-questions.ts';
import { type CheckedTenant, judged, notTried, type Question, type Seen } from './question.ts';

export const questions: readonly Question[] = [...listQuestions, ...hostQuestions];

/** Says nothing about the tenant: it was not reached, or nobody was signed in. */
const unheard: readonly string[] = ['offline', 'timeout', 'throttled', 'server', 'signInRequired', 'consentRequired'];

/**
 * Asks one question after the other, because they take the same rows and the same chat. A refusal is an answer; a network
 * that fails is none.
 */
export async function* askAll(tenant: CheckedTenant): AsyncGenerator<{ question: Question; answer: Seen }> {
  for (const question of questions) yield { question, answer: await askOne(question, tenant) };
}

async function askOne(question: Question, tenant: CheckedTenant): Promise<Seen> {
  try {
    return await question.ask(tenant);
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return unheard.includes(error.code)
      ? notTried(`no answer: ${error.message}`)
      : judged(false, `refused: ${error.message}`);
  }
}
