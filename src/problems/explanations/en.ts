import type { ProblemCode } from "../problem.ts";

/** The English of `zh-Hans.ts`. */
export const en: Record<ProblemCode, string> = {
  "site-missing":
    "`site.yaml` holds the title, the address and the columns of the site; without it no page can have its head, its foot or its place in a list. It lies directly in the content folder, not in the folder of a column, and its name is all in lower case. If the file seems to be there, Windows is probably hiding its ending and it is really called `site.yaml.txt`: show the endings of file names, and rename it.",
  "file-unexpected":
    "What lies in the content folder is put on the web as it is, so only articles, images of a few kinds and attachments that visitors can open are taken. Web pages, programs and SVG images can hold things that run in a visitor's browser, and are refused. Save documents of old formats in a new one or as PDF, and keep drafts that are only for you outside the content folder. `Thumbs.db`, `.DS_Store` and the `~$` files that Word leaves behind are ignored.",
  "file-misplaced":
    "Where an article lies decides which column it belongs to and what its address is, so the place is fixed: the folder of the column, the year in four digits, the file, with no folder more or less. Usually the folder of the year was forgotten, or is not called by the year alone. Images and attachments can't lie directly at the top of the content folder either.",
  "file-symlink":
    "A symbolic link only remembers that the real file is somewhere else. On another computer there may be nothing, and it may lead to a file that must not become public, so links are refused wherever they lead. They are usually made by the command `ln -s` or by programs that synchronise folders. Copy the file itself here, under the same name.",
  "file-name":
    "The name of a file becomes part of an address. Spaces, question marks, quotes and the like have another meaning there, or cut the address in two when it is sent by mail or chat, so that visitors can't open it. Names copied from a Mac may hold a letter and its accent as two characters that look like one: type such a name again. `con`, `aux`, `nul`, `com1` and others are devices to Windows, where such a file can't be checked out. Links that mention the file have to be changed as well.",
  "file-name-long":
    "Operating systems limit the length of file names, and more is added when the pages are made, so a name may have 200 bytes, which is about 66 Han characters. Often the whole title of the article was made its file name. The name need not tell what the article is about: a date and a word will do, and the title stands in the front matter.",
  "file-large":
    "An article or `site.yaml` may have 1 MB, which is more than 300,000 Han characters; a larger page would hardly open on a phone. Nearly always an image was pasted as a long row of letters that starts with `data:image`. Delete that row, and save the image as a file beside the article. Images and attachments are not limited by this rule.",
  "article-slow":
    "An ordinary article takes a few milliseconds; this one was not done after a second, and would hold up the whole site. Almost always it has a long run of signs, thousands of brackets, asterisks or footnotes pasted from a chat, from program code or from a damaged file. Find that part in your editor and delete it. If the article really has hundreds of thousands of words, split it.",
  "nesting-deep":
    "Quotations (lines that start with `>`) and lists can stand inside each other, but what is inside more than a hundred of them would not be shown, and nothing is to be lost silently. Most often a forwarded mail has gathered many `>`, or a row of hyphens was pasted at the start of a line. Keep one or two levels.",
  "column-unknown":
    "Every folder of articles in the content folder is a column. Its name must be the `id` of one of the `columns` in `site.yaml`, in the same case, or nobody knows where to list its articles. It is reported once for the folder, however many articles there are. Usually the name of the folder was misspelt; for a new column, add its `id` and title to `site.yaml` first.",
  encoding:
    "The encoding is the way in which text is stored in a file. The site uses UTF-8 throughout, and visitors would see Han characters of any other encoding as gibberish. Old versions of Notepad save as ANSI by default, which is GBK on a Chinese system; its “Unicode” is UTF-16. Nothing is lost by saving the file again as UTF-8, but look first whether Notepad shows it rightly.",
  "byte-order-mark":
    "When Notepad saves UTF-8 it may put an invisible mark, the BOM, at the start of the file. One is fine and is skipped. A second one would count as a character of the text, so that the first line is no longer three hyphens. This happens when several programs have handled a file in turn, or when two files were joined.",
  "control-character":
    "Control characters are made for old printers and terminals and are no text; the standards of the web forbid them, and visitors would see a box or a gap. They come in when text is pasted from Word or from a PDF: the line break that Word makes for Shift+Enter is `U+000B`, for example. Go to the column that is reported, delete the invisible character together with the letters around it, and type those again.",
  "bidi-character":
    "Arabic and Hebrew are written from right to left, and these characters switch the direction. In other text they make the letters or digits after them appear in reverse: what visitors read is not what the file says, which is used to forge addresses and phone numbers. So they are not allowed at all. They are usually copied along from a chat, a web page or a PDF. Where you can't see it, delete the words around the place and type them again.",
  "invisible-character":
    "This character takes no room and nobody sees it, but it splits a word: visitors who search the page, or a search engine, for that word will not find it. It was probably pasted from a web page or from Word (zero-width spaces, soft hyphens). Only the first of a kind is reported on each line. The character that joins emoji is none of them.",
  "front-matter-open":
    "The front matter is the lines with the title, the date and so on at the top of an article, with a line of three hyphens before and after. The first line must be exactly three hyphens: no empty line above, no space or word behind, or it can't be told where the front matter is. Word and WPS like to turn three hyphens into a dash or a rule, and a Chinese input method may type full-width ones. In some systems another first line makes the file a program, which is why the rule is so strict.",
  "front-matter-close":
    "The front matter ends with a second line of three hyphens, and the text follows. Without it the whole article would count as front matter, and the page would have no text. Usually it was forgotten, or typed with full-width or with four hyphens, or there is a space behind it.",
  "front-matter-large":
    "The front matter is a few lines such as the title, the date and the source; it may have 16 KB, about five thousand Han characters. If it has more, the second line of three hyphens was nearly always forgotten, so that a rule `---` within the text was taken for it; or the text was pasted into `summary`.",
  "yaml-colon":
    "Each line of the front matter and of `site.yaml` is “name: value”, told apart by a half-width colon and a space. A Chinese input method types a full-width colon, which looks nearly the same but is not recognised, so that the title or the date would be lost. There is no space before the colon and one after it, which must not be a full-width space. Colons within a value may be full-width.",
  "yaml-tab":
    "In YAML, the format of the front matter, the spaces at the start of a line tell which field it belongs to. A tab is of another width in every editor, so it can't be used for that. Delete what looks empty at the start of the line and press the space bar twice. Most editors can be set to insert spaces for the Tab key.",
  "yaml-duplicate-key":
    "A name can be written only once: otherwise one of the two values would silently be lost. Usually an old line was left when the front matter was copied from another article, or there are two lines `author` for two authors, which should be one list.",
  "yaml-comment":
    "In YAML a hash `#` after a space starts a comment, which is not part of the content: of `title: 通知 #3` only 通知 would be left on the page. A hash without a space before it, as in `C#`, is fine. If it belongs to the value, put the whole value in double quotes; a real comment goes on a line of its own.",
  "yaml-alias":
    "A value that starts with `*` or `&` is no text to YAML but a reference to something written elsewhere. With these, a few lines can grow into an enormous file that brings down the machine that builds the site, so they are refused. Editors meet this when they want bold text and write two asterisks, or when a pasted text has `&amp;` in it. There is no bold in the front matter; use double quotes if the sign is meant to be seen; Chinese quotes are text like any other, and would be shown as well.",
  "yaml-tag":
    "A value that starts with an exclamation mark has a type tag to YAML, which turns text into something else, in some systems even into a running program; so tags are refused. If the mark belongs to the title, put the whole value in double quotes, or use a full-width exclamation mark.",
  "yaml-depth":
    "No field of the front matter or of `site.yaml` needs as many as five levels. Usually there are too many brackets, or each line is indented more than the one above. The limit also keeps a file that was made on purpose from overwhelming the program.",
  "yaml-not-map":
    "The front matter is one field a line: its name, a colon, its value. If there is plain text, or a list with “- ” before each line, it can't be told which is the title and which is the date. Usually the text of the article was written between the first and the second line of three hyphens.",
  "yaml-syntax":
    'The front matter and `site.yaml` are written in YAML, where some characters have a meaning of their own. The commonest slips are a colon and a space within a value, a value that starts with `@`, `%`, `[` or `{`, a quote or bracket that is not closed, spaces before a name, and words after a closing quote. Where the cause can be told, the right line is given. In case of doubt, put the whole value in double quotes, as in `title: "…"`; Chinese punctuation needs none.',
  "field-unknown":
    "Only the names that the reference lists are known, and any other is an error. Otherwise one wrong letter would silently take the author or the date off the page; and names that steer the program in other systems do nothing here. Usually a letter is wrong, or the name was written in Chinese. All names are in the reference of the front matter and of site.yaml.",
  "field-required":
    "Some fields can't be left out: an article needs `title` and `date`, `site.yaml` needs `title`, `url` and `columns`, and each column `id` and `title`. A name with nothing after its colon counts as missing. An article without a date has no place in lists by date; the date of the file is not used instead.",
  "field-text":
    "A text belongs here, but there is a list or there are fields of its own. A value in square or curly brackets is a list to YAML, such as a title written as `[兴县见闻]`: put the whole title in double quotes, or use Chinese brackets. A text of nothing but invisible characters is reported in the same way.",
  "field-list":
    "This field can have several values and is written as a list: each on a line of its own, after a hyphen and a space, as each column starts with “- ”. Without the space after the hyphen there is no list. Names with values, in braces or below it, are none of it. A single author or tag can be written without a list.",
  "item-empty":
    "An item of this list is empty, and the page would show a blank tag or author. Usually there is a “- ” that was not filled in yet, or a comma too many.",
  "field-map":
    "This field holds others, which stand on the lines below it with two spaces before each. The `footer`, for example, holds the sponsor, the filing numbers and the phone. A `source` of a name alone can be written as a text; only with an address it becomes two lines, `name` and `url`. Writing `name：…` on the same line is reported in this way as well.",
  "field-long":
    "A page has limited room for this field, and a longer one would break the lists and headings, above all on a phone. A title may have 120 characters, an author or editor 60, a tag 30, a summary 500 and a correction 1000; Han characters, letters and punctuation count as one each. A list may have 50 items (100 columns, 20 items of the navigation).",
  "field-line-break":
    "Titles, sources, authors and the like take one line of a page and can't have a line break in them. A `|` after the colon keeps line breaks, and so does `\\n` within double quotes. Summaries and corrections may have line breaks.",
  "field-yes-no":
    "This field knows yes and no only, written as `true` and `false` in lower case. `yes`, `1` or `True` are understood by some systems and not by others, so none of them is here, lest a draft be published by mistake. Deleting the line means `false`.",
  "field-number":
    "This must be a whole number within the given range, in half-width digits, without unit, comma or decimal point. So far only `pageSize`, the number of articles on a page of a column's list, is such a field; better leave it alone once the site is public, or the list pages that visitors have kept will change.",
  "field-choice":
    "This field takes one of a few words, in the same case. The language `lang` is `zh-Hans` (Simplified Chinese) or `en` (English); a level in `levels` is `error` or `warning`.",
  "date-format":
    "Dates are written as year, month and day with hyphens, in four, two and two half-width digits, such as `2017-07-07`; a time of day follows after a space, such as `10:34` on the 24-hour clock. Dates such as `2017/7/7` are read differently in different countries, and a wrong guess would put the article on another day, so none is made. Where the day can be told, the right form is given.",
  "date-calendar":
    "The form is right, but the calendar has no such day or the day no such time, such as 30 February or 25:00. Some systems silently make it 2 March; this one does not, so compare it with the original. In time zones with summer time one hour of the year is skipped, and a time within it does not exist either.",
  "date-order":
    "`updated` lies before the date of publication, or `expires` does not lie after it: the first makes no sense, and with the second the article is never on the site. Usually the year is wrong. Both dates are well written, so this is only a warning.",
  "tag-separator":
    "There is a comma or semicolon in this tag. Most likely several tags are meant, but they are one long tag, under which a visitor finds this article alone. Write several tags as a list in brackets, with ordinary commas and spaces between them; Chinese commas will not do. If the tag is meant to have this character, leave it.",
  "title-twice":
    "Two articles of one day have the same title; most likely one article was put in twice, into two columns for example, or imported twice. Visitors see two equal titles in the lists and can't tell which to choose. If there really are two, add something to the titles, such as “part 1”. Only titles that agree in every character, on the same day, are reported.",
  "body-empty":
    "Nothing follows the front matter, so a visitor who follows the title sees an empty page. The text may have been forgotten when pasting, the wrong file may have been saved, or the text is not yet written. Drafts (`draft: true`) without a text are not reported.",
  "phone-format":
    "A phone number in the footer becomes a link that dials at a touch, so it must have three digits at least, and not be the zeros of an example. Chinese brackets around it would be shown. Other words may stand beside the number, such as “Office 010-00000000”; several numbers are a list. Leave the field out where there is no phone: “none” would become a link that dials nothing.",
  "email-format":
    "The e-mail address in the footer becomes a link, and a wrong one opens a letter with a wrong address. It needs a name, one `@` and a domain, without spaces. The full-width “＠” of a Chinese input method will not do, nor will a `#` or “(at)” against spam.",
  "url-format":
    "A web address is written in full. Without `https://` or `http://` a browser takes it for a file of this site, and the visitor gets “page not found”. It is safest to open the page in a browser and copy the address from there. Full-width colons and slashes will not do, nor the punctuation of a sentence at the end; what stands before an `@`, `user:password@`, would be published and has to go.",
  "url-origin":
    "This is the address of the whole site, from which the full addresses of all pages are made, so it ends with the domain: no page such as `/index.html`, no `?` or `#`, no user name. A single slash at the end makes no difference. The site has to stand at the top of its domain.",
  "time-zone":
    "The time zone tells where the clock stands for dates without an offset; scheduled and expiring articles follow it. Its name is the international one of a continent and a city, such as `Asia/Shanghai`. That one is for the whole of China; there is no `Asia/Beijing`. It is also the default if the line is left out.",
  "column-id":
    "The `id` is the name of the column's folder and part of its addresses: the column `news` is at `/news/`. So it is written in lower-case letters, digits and hyphens, and should not change once the site is public. What visitors read is the `title`, which may have any characters. Some names such as `pages` and `archive` are used for addresses of the system and can't be columns.",
  "column-twice":
    "Each column needs an `id` of its own, as that is its folder and its address; the pages of two columns with one `id` would overwrite each other. Usually a column was copied and only its title changed. Give the new one another `id`, and make a folder of that name.",
  "navigation-item":
    "Each item of the navigation leads to a column or to a page, so it needs `column` or `page`, and only one of them; with both or neither it can't be told where it leads. `title` is only what is shown: it can be left out, but can't stand alone. The navigation can't lead to other sites.",
  "navigation-unknown":
    "The navigation names a column or page that is not there, so a visitor would get nowhere. After `column` comes the `id` of a column, not its title; after `page` the name of a file in the folder `pages`, without `.md` and without the folder. `page` can also be `archive` or `sitemap`.",
  "level-unknown":
    "On the left in `levels` stands the code of a problem: the word in brackets behind each problem in a report. A wrong one would do nothing, so it is reported. Usually a letter is wrong, or the sentence of the problem was written instead.",
  "level-fixed":
    "Not every level can be changed. Some problems touch security, such as what would run in a visitor's browser; with others a page can't be made at all, such as one without a title. Both are always errors. The reference of problems says for each whether its level can be changed, and if not, why.",
  "alias-format":
    "`aliases` holds former addresses of an article: a page stays there that leads to the new one. Write only what follows the domain, starting with `/` and ending in `.html` or `.htm`, of letters, digits, hyphens, underscores, dots and round brackets, without `?` and spaces. A former address with a question mark, such as `view.asp?id=3`, can't be kept.",
  "footnote-unused":
    "A note stands at the end, but nothing in the text refers to it, so it is not shown and its words are lost. Usually `[^1]` was deleted when the text was changed, or the labels differ. The `^` in the brackets is needed, and the label must be the same in the text and at the end.",
  "footnote-twice":
    "Two notes have the same label; only one is shown, and the other is lost. Usually a note was put in between without a new number. Labels only tie a note to its place: on the page notes are numbered in the order of the text, so any label that is not yet used will do, also a word.",
  "list-number":
    "A number, a dot and a space at the start of a line make a list, which a page counts on from its first number, whatever the others say. Where a number is skipped, visitors read other numbers than the original has, which matters in official papers. Writing `1.` before every item is fine: they are numbered by themselves. If it is no list but a year, for example, put a backslash before the dot: `1942\\. `.",
  "table-cells":
    "The head of a table tells how many cells a row has. What a row has beyond that is not shown, so a column of figures would silently be lost. Usually a vertical bar `|` within the words was taken for a border, or a heading was lost when pasting from a spreadsheet. Rows with fewer cells are fine and are filled up.",
  "table-head":
    "The second line of a table is made of hyphens and bars, and must have as many cells as the head; else the whole table becomes a paragraph full of bars. Most often a cell was added to the head and not to the line below it. One hyphen does the same as three.",
  "table-end":
    "A table ends with an empty line. A line of text right below it becomes another row, squeezed into the first cell. Leave an empty line between the table and the text.",
  "table-leftover":
    "The cells of a table are parted by half-width bars, and below its head stands a line of hyphens and bars, `| --- | --- |`. Without that line, or with full-width bars or dashes, it is a few lines of text with bars in them, which run on in one paragraph. Tables pasted from a spreadsheet or a web page often lack it. An empty line ends a table: what follows it is no row of it. A table that is indented by four spaces or more, or by full-width ones, is none either.",
  "list-space":
    "Each item of a list begins with a hyphen and a space (or a number, a dot and a space) at the start of the line. Without the space lines run on in one paragraph, and one amid a list runs on from the item above it. Behind four spaces or more, or full-width ones, the hyphen is shown as text. Negative numbers such as `-5℃` and dashes are not reported.",
  "list-mark":
    "In lists pasted from Word lines begin with signs such as •, · or ■, which are none of Markdown's, so they run on in one paragraph. So do lines that begin with `1.` and `2.` without a space after the dot. Among items with a hyphen a line with • runs on in the item above it, and behind a hyphen a • is shown. A single line that is in no list, lines with an empty one between them, and Chinese numbers such as `1、` are not reported. It may be meant as one paragraph, so this is only a warning.",
  "quote-mark":
    "The lines of a quote begin with a half-width `>`; the full-width one of a Chinese input method is shown as it is. Behind four spaces or more, or full-width ones, a half-width one is no mark of a quote either. Comparisons such as `＞60` and ornaments such as `＞＞` are not reported.",
  "reference-unused":
    "Brackets, a colon and words at the start of a line are Markdown's way to define a link. Definitions are not shown, so this line would vanish from the page. Most likely a footnote is meant: write a `^` within the brackets, here and in the text where the note belongs. In running text, a full-width colon helps as well.",
  "link-leftover":
    "This looks like a link, an image or a footnote that was not quite written as one, so visitors would see the brackets and the file name. Usually the round brackets or the exclamation mark are full-width ones of a Chinese input method, there is a space between the brackets, or the file name has a space. It may also be a mark `[^1]` without its note at the end.",
  "strong-leftover":
    "Bold is `**words**`, with the asterisks right beside the words. With a space on the wrong side, or with the full-width asterisks of a Chinese input method, they are shown. Those that hide names, `张＊＊` and `李＊＊`, stand behind surnames and are not reported. They may be meant to be shown, so this is only a warning.",
  "stars-lost":
    "Asterisks are Markdown's marks of emphasis: those that hide names in `张**、李**` or digits in `138****5678`, and those that multiply in `5*8*10`, pair up and vanish from the page, and numbers run together into others. Put a backslash before each asterisk that is meant to be seen, and leave none out.",
  "html-tag":
    "HTML in the text is taken as text, which keeps the site safe: visitors see the angle brackets and the letters between them. Usually it is `<b>`, `<br>` or `<p>`, pasted from a web editor. Remarks in `<!-- -->` are seen by visitors as well and have no place in an article. Where a text tells of HTML, write it between backticks, or put a backslash before the angle bracket.",
  "heading-space":
    "The hashes of a heading stand at the start of the line and are followed by a half-width space; without it the line is a paragraph that starts with a hash, and no part of the article's outline. The full-width hash and space of a Chinese input method will not do, nor will hashes behind four spaces or more, or full-width ones. Numbers such as `#1` and topics such as `#话题#` are not reported.",
  "heading-level":
    "A page has a single first-level heading, the title of the article, which is put there for you; with another one, screen readers and search engines can't tell which is the title. Pasted articles often start with `# Title`, which repeats `title` and can be deleted; give all others one more hash.",
  "heading-underline":
    "A line of `---` or `===` right below a text makes a heading of the whole paragraph, and a part of the article's outline. Usually a line across the page is meant: leave an empty line above it. Headings are written with hashes alone.",
  "link-scheme":
    "A link can lead to a web page, an e-mail address, a phone number or a file of this site. `file:///` means a file on your own computer, which visitors can't open; `javascript:`, `data:` and the like would run programs in their browsers; and an address that starts with `//` does not say how to get there. Copy attachments beside the article and write the file name alone; replace links for download programs by the address of a web page.",
  "link-malformed":
    "No browser understands this address: nothing happens, or the visitor ends up elsewhere. Usually the round brackets are empty or hold only a `#`, the domain is missing, there is a backslash `\\` of Windows, or a percent sign is not followed by two digits or letters (write `%` itself as `%25`).",
  "link-outside":
    "Links and images can only use files of the content folder; nothing outside it is, or should be, put on the web. `../` is one folder up, and as articles lie in a column and a year, the third `../` leaves the content folder. Usually there is one too many, or the file is still on the desktop.",
  "link-missing":
    "This site has no such file or address, so the visitor would get “page not found”. The case and the ending of the name count: Windows does not care, but the web server does. An address of another site without `https://`, or with a full-width colon, is taken for a file of this site and is reported here, too. Links to drafts and scheduled articles are fine.",
  "link-fragment":
    "After the `#` comes the name of a heading of that page; if there is none, the visitor only gets to the top of the page. The name is the words of the heading, in lower case, without punctuation and with hyphens for spaces: `## 一、由来` is `#一由来`. When a heading changes, the links to it have to change as well.",
  "image-remote":
    "If an image of another site is used directly, visitors see an empty frame as soon as it is moved or deleted there; the other site also learns who reads the page, and could show another image. Many sites do not allow it at all. With permission, save the image beside the article and use that file.",
  "image-type":
    "An image must be of a format that every browser shows and that can't hold a program, and it must be a file of this site. Save BMP, TIFF and the HEIC of phones as JPG or PNG; SVG can hold programs and is refused. Films and sounds may be written like images and get a player, as MP4, WebM, MP3, M4A or OGG. PDFs and documents are no images: link to them, without an exclamation mark. `image` in the front matter takes images only.",
  "image-missing":
    "The image is not there, so visitors would see an empty frame. The case and the ending of the name count: cameras and phones write `IMG_0012.JPG`, and `.jpg` works on your own computer but not on the site; `.jpg` and `.jpeg` differ as well. Another common cause is that the image was not committed together with the article.",
  "asset-unused":
    "An image or attachment is published only if an article or standing page uses it. Nothing uses this one, so visitors can't get it. Use by a draft counts. Usually the article was meant to mention it, or another image has taken its place. It does no harm, so this is only a warning, and nothing is said while an article beside it can't be read.",
  "asset-type":
    "What a file is depends on its first bytes, not on its name. Where the two differ, some browsers can't open it and others open it as something else, so it can't be published. Most often only the ending of the name was changed (.webp to .jpg, .doc to .docx), or what was saved from a web page is not the image but the page. Office files with macros are refused as well.",
  "asset-large":
    "A file that is too large keeps readers on phones waiting and costs them money. A photo made smaller, about 2000 pixels wide, looks the same on a page; a PDF can be exported with “minimum file size”. Where a larger file is really needed, whoever looks after the site can raise `limits` in `site.yaml`.",
  "image-pixels":
    "A browser unfolds an image into its pixels; with too many of them old computers and phones stall or give up, however small the file is. About 2000 pixels in width are enough for a page. Where more is really needed, raise `limits` in `site.yaml`.",
  "image-broken":
    "A part of this image is missing, or its structure is wrong: readers would see half of it or nothing. Some damage shows only while the site is built and the image made in other sizes, so that a check may not have told of it. Most often copying stopped half way, or a memory card failed. Copy it again from where it came from and open it to see whether it is whole; if that does not help, open it in an image editor and save it as JPG or PNG.",
  "address-taken":
    "There is one page for each address. The address of this file is taken by another file, by a former address of an article, or by a page of the system: home, search, archive, site map, the list of a column. Addresses that differ only in case count as the same, as they would overwrite each other on some computers. Do not rename what is already published; rename the new file.",
};
