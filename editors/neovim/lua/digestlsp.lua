-- The client of DigestLsp's language server for Neovim 0.7 and later.
local M = {}

M.config = {
  cmd = { 'digestlsp', 'lsp' },
  -- Anything else that vim.lsp.start_client() takes: on_attach, init_options, flags …
}

-- The lines with which a digest is known to open, in any order; letter case does not matter. The server knows the same.
local banner_lines = {
  ['new'] = true,
  ['get trending papers in your email inbox!'] = true,
  ['subscribe'] = true,
  ['daily papers'] = true,
  ['byak and the research community'] = true,
  ['by ak and the research community'] = true,
}
local banner_lines_needed = 2 -- One alone ("new", "Subscribe") opens many other texts.
local lines_read = 40

--- Whether a text opens with a digest's banner: banner lines, whole and in any order, before any other text.
function M.opens_with_banner(lines)
  local found = 0
  for _, line in ipairs(lines) do
    local text = vim.trim((line:gsub('^\239\187\191', ''))):lower()
    if banner_lines[text] then
      found = found + 1
    elseif text ~= '' then
      return false
    end
    if found >= banner_lines_needed then
      return true
    end
  end
  return false
end

--- Gives a buffer of plain text the file type `digest` if it opens with a banner.
function M.detect_banner(buffer)
  if vim.bo[buffer].filetype ~= 'digest' and M.opens_with_banner(vim.api.nvim_buf_get_lines(buffer, 0, lines_read, false)) then
    vim.bo[buffer].filetype = 'digest'
  end
end

--- The folder of all digests that belong together: the nearest one above with a `.digestlsp` or, failing that, a `.git`; else the file's own.
function M.root_of(file)
  local own = vim.fn.fnamemodify(file, ':p:h')
  for _, marker in ipairs({ '.digestlsp', '.git' }) do
    local folder = own
    while true do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
      local above = vim.fn.fnamemodify(folder, ':h')
      if above == folder then
        break
      end
      folder = above
    end
  end
  return own
end

--- The command of a code lens: lists the places of a paper, or goes to the only one.
function M.show_references(command, context)
  local locations = command.arguments[3]
  local client = vim.lsp.get_client_by_id(context.client_id)
  vim.fn.setqflist({}, ' ', {
    title = command.title,
    items = vim.lsp.util.locations_to_items(locations, client.offset_encoding),
  })
  vim.cmd(#locations == 1 and 'cfirst' or 'botright copen')
end

vim.lsp.commands['digestlsp.showReferences'] = M.show_references

local function client_config(root)
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.experimental = { commands = { commands = { 'digestlsp.showReferences' } } }
  return vim.tbl_deep_extend('force', { name = 'digestlsp', root_dir = root, capabilities = capabilities }, M.config)
end

local clients = {} -- By root, for Neovim 0.7, which has no vim.lsp.start().

--- Starts the server for a buffer's folder, or attaches the buffer to the one that runs there.
function M.attach(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == '' or vim.bo[buffer].buftype ~= '' or file:match('^%a[%w+.-]+://') then
    return
  end
  local root = M.root_of(file)
  if vim.lsp.start then
    vim.lsp.start(client_config(root), { bufnr = buffer })
    return
  end
  local client = clients[root] and vim.lsp.get_client_by_id(clients[root])
  if not client or client.is_stopped() then
    clients[root] = vim.lsp.start_client(client_config(root))
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

--- Changes what `vim.lsp.start_client()` is given: `require('digestlsp').setup({ cmd = { '/path/to/digestlsp', 'lsp' } })`.
function M.setup(config)
  M.config = vim.tbl_deep_extend('force', M.config, config or {})
end

return M
