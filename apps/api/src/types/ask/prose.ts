import type {
  NoProseReason,
  ProseSentence as Said,
  WriterIdentity,
  Prose as Written,
} from '@footnote/engine';
import { builder } from '../../schema-builder.ts';

const Writer = builder.objectRef<WriterIdentity>('Writer').implement({
  description: 'A language model that is sent the question and the quotes of an answer to rewrite them.',
  fields: (t) => ({
    host: t.exposeString('host', { description: 'Host of its address: where question and quotes go.' }),
    model: t.exposeString('model', { description: 'Name of the model.' }),
  }),
});

const NoProseReasonEnum = builder.enumType('NoProseReason', {
  description: 'Why there is no prose: the quotes stand alone.',
  values: {
    NOTHING_TO_REWRITE: {
      description: 'The quotes are one sentence that cannot be shortened; the writer was not asked.',
    },
    NOTHING_HELD: { description: 'The quotes hold no sentence of what the writer wrote.' },
    WRITER_UNREACHABLE: { description: 'There was no connection to the writer, or it broke off.' },
    WRITER_REFUSED: { description: 'The writer answered with an error, or sent elsewhere.' },
    WRITER_TIMED_OUT: { description: 'The writer took too long.' },
    WRITER_REPLY_INVALID: {
      description: 'The writer answered in another form than it was asked, or too long.',
    },
  } satisfies Record<NoProseReason, { description: string }>,
});

const ProseSentence = builder.objectRef<Said>('ProseSentence').implement({
  description: 'A sentence cut from the quotes that it numbers, but for set words that join or attribute.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Plain text.' }),
    citationNumbers: t.intList({
      description: 'The `number` of each citation that it is made of, in the order in which it says them.',
      resolve: ({ citationNumbers }) => [...citationNumbers],
    }),
  }),
});

export const Prose = builder.objectRef<Written>('Prose').implement({
  description: 'An answer as a language model arranged it, checked sentence by sentence against the quotes.',
  fields: (t) => ({
    text: t.exposeString('text', {
      nullable: true,
      description: 'The sentences joined by a space; null when there is none.',
    }),
    sentences: t.field({
      type: [ProseSentence],
      description: 'Those that hold, in order.',
      resolve: ({ sentences }) => [...sentences],
    }),
    dropped: t.exposeInt('dropped', {
      description:
        'How many sentences of the writer were left out: their quotes do not hold them, or they tell one side of a disagreement.',
    }),
    reason: t.expose('reason', {
      type: NoProseReasonEnum,
      nullable: true,
      description: 'Why there is no prose; null when there is.',
    }),
    writer: t.field({ type: Writer, description: 'Who wrote it.', resolve: ({ writer }) => writer }),
  }),
});

builder.queryField('writer', (t) =>
  t.field({
    type: Writer,
    nullable: true,
    description:
      'Who is sent the question and the quotes of an answer when its `prose` is asked for. Null unless one is set: nothing leaves the machine then.',
    resolve: (_root, _args, { engine }) => engine.writer(),
  }),
);
