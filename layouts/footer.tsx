import type { Catalogue } from "../src/messages/index.ts";
import type { Footer as FooterProps } from "../src/pages/page.ts";

/** Where every ICP filing number can be looked up (Ministry of Industry and Information Technology). */
const icpRegister = "https://beian.miit.gov.cn/";
const outside = "external noopener noreferrer";

/** The foot of every page: sponsor, filings, copyright and ways to reach the institution. */
export function Footer({ footer, texts }: { footer: FooterProps; texts: Catalogue["page"] }) {
  const { sponsor, icp, police, copyright, phones } = footer;
  return (
    <footer class="site-footer">
      <div class="wide">
        <p>
          {sponsor && <span>{`${texts.sponsor}${sponsor}`}</span>}
          {icp && (
            <a href={icpRegister} rel={outside}>
              {icp}
            </a>
          )}
          {police && (
            <a href={police.href} rel={outside}>
              {police.title}
            </a>
          )}
        </p>
        {copyright && (
          <p lang={/\p{Script=Han}/u.test(copyright) ? undefined : "en"}>{copyright}</p>
        )}
        <address>
          {footer.address && (
            <span>{`${footer.addressLabel ? `${footer.addressLabel}${texts.colon}` : texts.address}${footer.address}`}</span>
          )}
          {footer.postcode && <span>{`${texts.postcode}${footer.postcode}`}</span>}
          {phones.length > 0 && (
            <span>
              {texts.phone}
              {phones.map(({ title, href }, index) => (
                <>
                  {index > 0 && "/"}
                  <a href={href}>{title}</a>
                </>
              ))}
            </span>
          )}
          {footer.email && (
            <span>
              {texts.email}
              <a href={footer.email.href}>{footer.email.title}</a>
            </span>
          )}
        </address>
        <p>
          <a href={footer.siteMap}>{texts.siteMap}</a>
        </p>
      </div>
    </footer>
  );
}
