import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { alternatesOf } from '#app/_ui/frame/page-metadata.ts';
import { arrowGlyph } from '#app/_ui/glyphs.tsx';
import { Returns } from '#app/_ui/home/returns.tsx';
import { Specimen } from '#app/_ui/home/specimen.tsx';
import { highlight } from '#app/_ui/markdown/highlighter.ts';
import { challenges, chapters, questions } from '#challenges/index.ts';

const here =
  'torch.manual_seed(0);\nconst layer = new nn.Linear(3, 2);\nconsole.log(layer.weight);\n// Parameter containing:\n// tensor([[-0.0043,  0.3097, -0.4752],\n//         [-0.4249, -0.2224,  0.1548]], requires_grad=True)';
const whiteboard =
  'torch.manual_seed(0)\nlayer = nn.Linear(3, 2)\nprint(layer.weight)\n# Parameter containing:\n# tensor([[-0.0043,  0.3097, -0.4752],\n#         [-0.4249, -0.2224,  0.1548]], requires_grad=True)';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLanguage(lang) ? { alternates: alternatesOf(lang, '') } : {};
}

export default async function Home({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { home, site } = messagesIn(lang);
  const first = challenges[0];
  return (
    <>
      <main id="main">
        <div className="wrap hero">
          <div>
            <h1>
              {/* Chinese breaks between any two characters: here only after a clause. */}
              {site.title.split(/(?<=，)/).map((clause) => (
                <span key={clause}>{clause}</span>
              ))}
            </h1>
            <p className="lead">{site.description}</p>
            <div className="act">
              {first !== undefined && (
                <Link className="button primary big" href={`/${lang}/challenges/${first.id}`}>
                  {home.start} {arrowGlyph}
                </Link>
              )}
              <Link href={`/${lang}/challenges`}>{home.all(questions.length)}</Link>
              <Link href={`/${lang}/play`}>{home.play}</Link>
            </div>
            {first !== undefined && <p className="under">{home.under(first.title[lang], first.minutes)}</p>}
          </div>
          <Specimen language={lang} />
        </div>
        <section className="band">
          <div className="wrap">
            <div className="section-head">
              <h2>{home.asked}</h2>
              <p>{home.counts(questions.length, challenges.length)}</p>
            </div>
            <div className="index">
              {chapters.map((chapter) => (
                <div key={chapter.number}>
                  <h3>{chapter.title[lang]}</h3>
                  <ol>
                    {questions
                      .filter((question) => question.chapter === chapter.number)
                      .map(({ number, title }) => (
                        <li key={number}>
                          <Link href={`/${lang}/challenges#q${number}`}>
                            <span className="num">{number}</span>
                            <span>{title[lang]}</span>
                          </Link>
                        </li>
                      ))}
                  </ol>
                </div>
              ))}
            </div>
          </div>
        </section>
        <section className="band">
          <div className="wrap">
            <div className="section-head">
              <h2>{home.wrong}</h2>
            </div>
            <Returns language={lang} />
          </div>
        </section>
        <section className="band">
          <div className="wrap">
            <div className="section-head">
              <h2>{home.twins}</h2>
              <p>{home.twinsNote}</p>
            </div>
            <div className="panel twins">
              <div>
                <h3>
                  {home.here}
                  <span>TypeScript</span>
                </h3>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, highlighted on the server */}
                <div className="listing" dangerouslySetInnerHTML={{ __html: await highlight(here, 'typescript') }} />
              </div>
              <div>
                <h3>
                  {home.whiteboard}
                  <span>Python</span>
                </h3>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, highlighted on the server */}
                <div className="listing" dangerouslySetInnerHTML={{ __html: await highlight(whiteboard, 'python') }} />
              </div>
            </div>
          </div>
        </section>
      </main>
      <Footer language={lang} />
    </>
  );
}
