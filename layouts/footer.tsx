import { outsideRel } from "../src/content/address.ts";
import type { Catalogue } from "../src/messages/index.ts";
import type { Footer as FooterProps } from "../src/pages/page.ts";
import { once } from "./once.tsx";
import { spaced } from "./spaced.ts";

/** Where every ICP filing number can be looked up (Ministry of Industry and Information Technology). */
const icpRegister = "https://beian.miit.gov.cn/";

/** The foot of every page: sponsor, filings, copyright and ways to reach the institution. */
export const Footer = once(
  ({ footer, texts }: { footer: FooterProps; texts: Catalogue["page"] }) => {
    const { copyright } = footer;
    const filings = spaced(filingsOf(footer, texts));
    const contact = spaced(contactOf(footer, texts));
    return (
      <footer class="site-footer">
        <div class="wide">
          {filings.length > 0 && <p>{filings}</p>}
          {copyright && (
            <p lang={/\p{Script=Han}/u.test(copyright) ? undefined : "en"}>{copyright}</p>
          )}
          {contact.length > 0 && <address>{contact}</address>}
          <p>
            <a href={footer.siteMap}>{texts.siteMap}</a>
          </p>
        </div>
      </footer>
    );
  },
);

function filingsOf({ sponsor, icp, police }: FooterProps, texts: Catalogue["page"]) {
  return [
    sponsor && <span>{`${texts.sponsor}${sponsor}`}</span>,
    icp && (
      <a href={icpRegister} rel={outsideRel}>
        {icp}
      </a>
    ),
    police && (
      <a href={police.href} rel={outsideRel}>
        {police.title}
      </a>
    ),
  ];
}

function contactOf(footer: FooterProps, texts: Catalogue["page"]) {
  const { address, addressLabel, postcode, phones, email } = footer;
  const label = addressLabel ? `${addressLabel}${texts.colon}` : texts.address;
  return [
    address && <span>{`${label}${address}`}</span>,
    postcode && <span>{`${texts.postcode}${postcode}`}</span>,
    phones.length > 0 && (
      <span>
        {texts.phone}
        {phones.map(({ title, href }, index) => (
          <>
            {index > 0 && "/"}
            <a href={href}>{title}</a>
          </>
        ))}
      </span>
    ),
    email && (
      <span>
        {texts.email}
        <a href={email.href}>{email.title}</a>
      </span>
    ),
  ];
}
